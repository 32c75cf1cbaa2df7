import { refusalsOf } from '../core/refusal.js';

export const refuseAccess = refusalsOf('access', {
  'wrong-credentials': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
});
