import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csrfTokenOf } from '../../src/access/cookies.js';
import { aMember, atProvider, codeOf, openOffice, signIn, type Office } from './oidc-cast.js';

const SESSION = 'so-phoi-hop';
const PENDING = 'so-phoi-hop-oidc';

let office: Office;
let lan: string;
beforeAll(async () => {
  office = await openOffice();
  lan = await aMember(office.world, 'lan');
}, 60_000);
afterAll(() => office.close());

const sessions = async (): Promise<number> => {
  const [row] = await office.world.db.query<{ count: number }[]>(`select count(*) from session`);
  return row!.count;
};

describe('signing in through a provider', () => {
  it('is offered with its button', async () => {
    const { body } = await office.world.call('GET', '/sign-in-methods', undefined, { authorization: '' });
    expect(body).toEqual({ password: true, oidc: { label: 'Tài khoản thành phố' } });
  });

  it('leads through the sign-in and consent pages to the page asked for, with a session', async () => {
    const { browser, there, comeBack } = await atProvider(office, '/van-ban?trang=2#dieu-7');
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${office.url}/api/v1/oidc/return`,
      scope: 'openid profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(there.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    }
    const answer = await browser.go(await comeBack('u-lan'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/van-ban?trang=2#dieu-7']);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(browser.cookies.has(PENDING)).toBe(false);
    const token = browser.cookies.get(SESSION)!;
    const me = await office.world.call('GET', '/sessions/current', undefined, {
      authorization: '',
      cookie: `${SESSION}=${token}`,
    });
    expect(me.body).toMatchObject({ id: lan, login: 'lan' });
  });

  it('keeps both cookies from scripts and from other sites', async () => {
    const { url } = office;
    const begun = await fetch(`${url}/api/v1/oidc/start`, { redirect: 'manual' });
    const ended = await signIn(office, 'u-lan');
    const [pending] = begun.headers.getSetCookie();
    const [done, session] = ended.headers.getSetCookie();
    expect(pending).toMatch(/^so-phoi-hop-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(done).toMatch(/^so-phoi-hop-oidc=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(session).toMatch(/^so-phoi-hop=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps of the browser only a hash', async () => {
    const { browser } = await atProvider(office);
    const rows = await office.world.db.query<object[]>(`select * from oidc_sign_in`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get(PENDING));
  });

  it('goes home when no page is asked for', async () => {
    expect((await signIn(office, 'u-lan')).headers.get('location')).toBe('/');
  });

  it.each([
    'https://xau.example',
    '//xau.example',
    '/\\xau.example',
    '/\t/xau.example',
    '/.//xau.example',
    'javascript:1',
  ])('never leads elsewhere: %j', async (returnTo) => {
    const query = new URLSearchParams({ returnTo }).toString();
    const answer = await fetch(`${office.url}/api/v1/oidc/start?${query}`, { redirect: 'manual' });
    const code = await codeOf(answer);
    expect(['422 oidc.return-elsewhere', '422 request.invalid']).toContain(code);
    expect(answer.headers.get('location')).toBeNull();
  });
});

describe('the answer of a provider is refused', () => {
  it('with another state, which leaves the sign-in waiting', async () => {
    const { browser, there, comeBack } = await atProvider(office);
    const before = await sessions();
    const forged = new URL(there);
    forged.searchParams.set('state', 'A'.repeat(43));
    expect(await codeOf(await browser.go(await comeBack('u-lan', forged)))).toBe('401 oidc.wrong-state');
    expect(await sessions()).toBe(before);
    expect((await browser.go(await comeBack('u-lan'))).status).toBe(303);
  });

  it('without a state', async () => {
    const { browser, comeBack } = await atProvider(office);
    const url = new URL(await comeBack('u-lan'));
    url.searchParams.delete('state');
    expect(await codeOf(await browser.go(url.href))).toBe('401 oidc.wrong-state');
  });

  it('in a browser that did not begin it', async () => {
    const { comeBack } = await atProvider(office);
    expect(await codeOf(await fetch(await comeBack('u-lan'), { redirect: 'manual' }))).toBe('401 oidc.not-begun');
    const other = await atProvider(office);
    expect(await codeOf(await other.browser.go(await comeBack('u-lan')))).toBe('401 oidc.wrong-state');
  });

  it('a second time', async () => {
    const { browser, comeBack } = await atProvider(office);
    const url = await comeBack('u-lan');
    const cookie = `${PENDING}=${browser.cookies.get(PENDING)!}`;
    expect((await browser.go(url)).status).toBe(303);
    const before = await sessions();
    expect(await codeOf(await fetch(url, { headers: { cookie }, redirect: 'manual' }))).toBe('401 oidc.used');
    expect(await codeOf(await browser.go(url))).toBe('401 oidc.not-begun');
    expect(await sessions()).toBe(before);
  });

  it('twice at the same moment: one session is opened', async () => {
    const { browser, comeBack } = await atProvider(office);
    const url = await comeBack('u-lan');
    const headers = { cookie: `${PENDING}=${browser.cookies.get(PENDING)!}` };
    const answers = await Promise.all([1, 2, 3].map(() => fetch(url, { headers, redirect: 'manual' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
  });

  it('when ten minutes have passed', async () => {
    const late = await atProvider(office);
    const url = await late.comeBack('u-lan');
    await office.world.db.query(`update oidc_sign_in set expires_at = expires_at - interval '1 day'`);
    expect(await codeOf(await late.browser.go(url))).toBe('401 oidc.expired');
  });

  it('when the verifier does not fit the challenge: the provider checks PKCE', async () => {
    const { browser, there, comeBack } = await atProvider(office);
    there.searchParams.set('code_challenge', 'B'.repeat(43));
    const answer = await browser.go(await comeBack('u-lan'));
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      {
        code: 'oidc.provider-refused',
        detail: 'Nhà cung cấp danh tính không chấp nhận lượt đăng nhập (invalid_grant).',
      },
    ]);
  });

  it('when there was no challenge: the provider demands PKCE', async () => {
    const { browser, there, comeBack } = await atProvider(office);
    there.searchParams.delete('code_challenge');
    there.searchParams.delete('code_challenge_method');
    const url = await comeBack('u-lan');
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
    expect(await codeOf(await browser.go(url))).toBe('401 oidc.provider-refused');
  });

  it('when the nonce is another', async () => {
    const { browser, there, comeBack } = await atProvider(office);
    there.searchParams.set('nonce', 'C'.repeat(43));
    expect(await codeOf(await browser.go(await comeBack('u-lan')))).toBe('401 oidc.untrusted');
  });

  it('when the person declines', async () => {
    const { browser, there } = await atProvider(office);
    const { headers } = await browser.go(there.href);
    const page = headers.get('location')!;
    const { headers: left } = await browser.go(new URL(`${page}/abort`, there).href);
    const back = await browser.go(left.get('location')!);
    expect(await codeOf(await browser.go(back.headers.get('location')!))).toBe('403 oidc.denied');
  });

  it('with a made-up code, or none', async () => {
    for (const [query, code] of [
      ['code=gia', '401 oidc.provider-refused'],
      ['', '401 oidc.untrusted'],
    ]) {
      const { browser, there } = await atProvider(office);
      const answer = `state=${there.searchParams.get('state')!}&iss=${encodeURIComponent(office.provider.url)}&${query!}`;
      expect(await codeOf(await browser.go(`${office.url}/api/v1/oidc/return?${answer}`))).toBe(code);
    }
  });

  it('when it names another issuer (mix-up, RFC 9207)', async () => {
    const { browser, comeBack } = await atProvider(office);
    const url = new URL(await comeBack('u-lan'));
    url.searchParams.set('iss', 'https://xau.example');
    expect(await codeOf(await browser.go(url.href))).toBe('401 oidc.untrusted');
  });

  it('for a member who is disabled, and for a subject that nobody has', async () => {
    const disabled = await aMember(office.world, 'nghi');
    await office.world.db.query(`update member set disabled_at = now() where id = $1`, [disabled]);
    const before = await sessions();
    expect(await codeOf(await signIn(office, 'u-nghi'))).toBe('403 oidc.member-disabled');
    expect(await codeOf(await signIn(office, 'u-la-ai'))).toBe('403 oidc.unknown-member');
    expect(await sessions()).toBe(before);
  });

  it('with a page for a browser and a problem for a program', async () => {
    const page = await fetch(`${office.url}/api/v1/oidc/return?state=x`, {
      redirect: 'manual',
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/dang-nhap?loi=oidc.not-begun']);
    const problem = await fetch(`${office.url}/api/v1/oidc/return?state=x`, { redirect: 'manual' });
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('signing out', () => {
  it('ends the session here and names the page of the provider', async () => {
    const { browser } = await signIn(office, 'u-lan');
    const token = browser.cookies.get(SESSION)!;
    const signed = {
      authorization: '',
      cookie: `${SESSION}=${token}`,
      'sec-fetch-site': 'same-origin',
      'x-csrf-token': csrfTokenOf(token),
    };
    const { status, body } = await office.world.call<{ url: string }>('POST', '/oidc/sign-out', {}, signed);
    expect(status).toBe(200);
    const url = new URL(body.url);
    expect([url.origin, url.searchParams.get('post_logout_redirect_uri')]).toEqual([
      office.provider.url,
      `${office.url}/`,
    ]);
    expect((await browser.go(url.href)).status).toBe(200);
    expect((await office.world.call('GET', '/sessions/current', undefined, signed)).status).toBe(401);
  });
});
