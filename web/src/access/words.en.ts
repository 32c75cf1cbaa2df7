import type { Words } from '../ui/words-shape.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  login: 'Login',
  password: 'Password',
  showPassword: 'Show or hide the password',
  code: 'One-time code',
  codeHint: 'The 6 digits on your device, or a recovery code',
  signIn: 'Sign in',
  signOut: 'Sign out',
  or: 'or',
  forgotten: 'Forgotten the password? The administrator will send you a link to choose a new one.',
  providerRefused: 'Signing in through the identity provider failed ({{code}}). Please try again.',
  expired: 'Your session has ended',
  expiredHint: 'Sign in again to go on; what you were typing is still on the screen.',
  account: 'My account',
  role: {
    REGISTRAR: 'Registrar',
    REPORTER: 'Reporter',
    REVIEWER: 'Reviewer',
    OFFICIAL: 'Official',
    ADMINISTRATOR: 'Administrator',
  },
};
