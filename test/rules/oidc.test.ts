import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPending, mayLinkByLogin, pageHere } from '../../src/access/oidc.rules.js';
import { readConfig, type ConfigError } from '../../src/platform/config/config.js';

const HOME = 'https://so.example.vn';

describe('the page to return to', () => {
  it.each(['/', '/van-ban', '/van-ban?q=1#a', '/%2e%2e/x', '/dang-nhap?next=https://xau.example'])(
    'is here: %s',
    (page) => {
      expect(pageHere(page)).not.toBeNull();
    },
  );

  it.each([
    '',
    'x',
    '//x',
    '/\\x',
    '\\\\x',
    '/\t/x',
    '/.//x',
    '/a/..//x',
    'https://so.example.vn/',
    'https:x',
    '/\n\\x',
  ])('is not here: %j', (page) => {
    expect(pageHere(page)).toBeNull();
  });

  it('stays here for every text there is', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '%5c',
      'x.example',
      'https:',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
    );
    fc.assert(
      fc.property(text, (asked) => {
        const page = pageHere(asked);
        return page === null || new URL(page, HOME).origin === HOME;
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a sign-in that waits', () => {
  const pending = { state: 'a', expiresAt: '2026-07-02T05:10:00.000Z', usedAt: null };
  const at = (now: string) => checkPending(pending, 'a', now)?.code ?? 'taken';

  it('waits ten minutes, and not at their end', () => {
    expect(at('2026-07-02T05:09:59.999Z')).toBe('taken');
    expect(at('2026-07-02T05:10:00.000Z')).toBe('oidc.expired');
  });

  it('is of one browser, for one state, once', () => {
    const now = '2026-07-02T05:01:00.000Z';
    expect(checkPending(null, 'a', now)?.code).toBe('oidc.not-begun');
    expect(checkPending(pending, 'b', now)?.code).toBe('oidc.wrong-state');
    expect(checkPending(pending, null, now)?.code).toBe('oidc.wrong-state');
    expect(checkPending({ ...pending, usedAt: now }, 'a', now)?.code).toBe('oidc.used');
  });
});

describe('a login that a provider names', () => {
  it('links a member once, never an administrator or one who is disabled', () => {
    const member = { keepsMembers: false, disabledAt: null };
    expect(mayLinkByLogin(member, false)).toBe(true);
    expect(mayLinkByLogin(member, true)).toBe(false);
    expect(mayLinkByLogin({ ...member, keepsMembers: true }, false)).toBe(false);
    expect(mayLinkByLogin({ ...member, disabledAt: new Date(0) }, false)).toBe(false);
  });
});

describe('the settings of a provider', () => {
  const given = { PUBLIC_URL: HOME, OIDC_ISSUER: 'https://id.example.vn/realms/x', OIDC_CLIENT_ID: 'so' };
  const refused = (changes: Record<string, string>): string => {
    try {
      readConfig({ ...given, ...changes });
      return '';
    } catch (error) {
      return (error as ConfigError).variable;
    }
  };

  it('are safe when little is said', () => {
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig(given).oidc).toEqual({
      issuer: given.OIDC_ISSUER,
      clientId: 'so',
      clientSecret: null,
      label: 'OpenID Connect',
      claim: 'preferred_username',
      linkBy: 'none',
      create: false,
    });
  });

  it.each([
    ['an issuer without TLS elsewhere', { OIDC_ISSUER: 'http://id.example.vn' }, 'OIDC_ISSUER'],
    ['an issuer that only looks like this machine', { OIDC_ISSUER: 'http://localhost.example.vn' }, 'OIDC_ISSUER'],
    ['an issuer with a password', { OIDC_ISSUER: 'https://a:b@id.example.vn' }, 'OIDC_ISSUER'],
    ['no address of the register', { PUBLIC_URL: '' }, 'PUBLIC_URL'],
    ['an address without TLS elsewhere', { PUBLIC_URL: 'http://so.example.vn' }, 'PUBLIC_URL'],
    ['no client', { OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    ['another way to link', { OIDC_LINK_BY: 'email' }, 'OIDC_LINK_BY'],
  ])('refuse %s', (_, changes, variable) => {
    expect(refused(changes as Record<string, string>)).toBe(variable);
  });

  it.each(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])('take %s for a trial', (issuer) => {
    expect(refused({ OIDC_ISSUER: issuer })).toBe('');
  });
});
