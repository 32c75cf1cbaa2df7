import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/platform/http/paging.js';
import { CLIENT_ID, openProvider } from '../support/identity-provider.js';
import { openWorld } from '../support/world.js';
import { aMember, atProvider, codeOf, openOffice, signIn, type Office } from './oidc-cast.js';

interface Identity {
  id: string;
  issuer: string;
  subject: string;
}

describe('accounts of a provider', () => {
  let office: Office;
  let lan: string;
  beforeAll(async () => {
    office = await openOffice();
    lan = await aMember(office.world, 'lan', false);
  }, 60_000);
  afterAll(() => office.close());

  it('are linked by the administrator alone, to one member each', async () => {
    expect(await codeOf(await signIn(office, 'u-lan'))).toBe('403 oidc.unknown-member');
    const path = `/members/${lan}/identities`;
    const { world } = office;
    const made = await world.call<Identity>('POST', path, { subject: 'u-lan' });
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ issuer: office.provider.url, subject: 'u-lan' }),
    ]);
    expect((await signIn(office, 'u-lan')).status).toBe(303);
    const other = await aMember(world, 'minh', false);
    const again = await world.call('POST', `/members/${other}/identities`, { subject: 'u-lan' });
    expect([again.status, again.body['code']]).toEqual([409, 'identity.taken']);
    const nobody = await world.call('POST', '/members/00000000-0000-7000-8000-000000000000/identities', {
      subject: 'x',
    });
    expect([nobody.status, nobody.body['code']]).toEqual([404, 'identity.member-unknown']);
    expect((await world.call<Page<Identity>>('GET', path)).body.items).toMatchObject([{ subject: 'u-lan' }]);
  });

  it('are unlinked, and then lead nowhere', async () => {
    const { world } = office;
    const path = `/members/${lan}/identities`;
    const [link] = (await world.call<Page<Identity>>('GET', path)).body.items;
    const other = await aMember(world, 'hoa', false);
    expect((await world.call('DELETE', `/members/${other}/identities/${link!.id}`)).status).toBe(404);
    expect((await world.call('DELETE', `${path}/${link!.id}`)).status).toBe(204);
    expect(await codeOf(await signIn(office, 'u-lan'))).toBe('403 oidc.unknown-member');
    const deeds = await world.db.query<{ what: string }[]>(
      `select what from audit_entry where subject_id = $1 and what like 'identity.%' order by id`,
      [lan],
    );
    expect(deeds.map(({ what }) => what)).toEqual(['identity.linked', 'identity.unlinked']);
  });
});

describe('accounts that link or register themselves, where the settings allow it', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ OIDC_LINK_BY: 'login', OIDC_CREATE: 'on' });
  }, 60_000);
  afterAll(() => office.close());

  const subjectsOf = async (login: string): Promise<string[]> => {
    const rows = await office.world.db.query<{ subject: string }[]>(
      `select i.subject from member_identity i join member m on m.id = i.member_id where m.login = $1`,
      [login],
    );
    return rows.map(({ subject }) => subject);
  };

  it('a member is linked once by the login', async () => {
    await aMember(office.world, 'lan', false);
    expect((await signIn(office, 'u-lan')).status).toBe(303);
    expect((await signIn(office, 'u-lan')).status).toBe(303);
    expect(await subjectsOf('lan')).toEqual(['u-lan']);
    // Another account that calls itself `lan` as well.
    expect(await codeOf(await signIn(office, 'lan'))).toBe('403 oidc.unknown-member');
    expect(await subjectsOf('lan')).toEqual(['u-lan']);
  });

  it('an administrator is never linked by the login', async () => {
    expect(await codeOf(await signIn(office, 'u-admin'))).toBe('403 oidc.unknown-member');
    expect(await subjectsOf('admin')).toEqual([]);
  });

  it('a new member has the name the provider tells, and no right', async () => {
    const { browser, status } = await signIn(office, 'u-moi');
    expect(status).toBe(303);
    const signed = { authorization: '', cookie: `so-phoi-hop=${browser.cookies.get('so-phoi-hop')!}` };
    const me = await office.world.call('GET', '/sessions/current', undefined, signed);
    expect(me.body).toMatchObject({ login: 'moi', fullName: 'Đồng chí moi' });
    expect((await office.world.call('GET', '/members', undefined, signed)).status).toBe(403);
    const [{ deeds } = { deeds: [] }] = await office.world.db.query<{ deeds: string[] }[]>(
      `select array_agg(what order by id) as deeds from audit_entry where subject_id = $1`,
      [me.body['id']],
    );
    expect(deeds).toEqual(['member.registered', 'identity.linked']);
  });
});

describe('a provider', () => {
  it('that is down keeps nobody from starting, is said to be down, and is found when it is back', async () => {
    const url = 'http://127.0.0.1:9';
    const down = await openProvider(url);
    await down.close();
    const world = await openWorld({ PUBLIC_URL: url, OIDC_ISSUER: down.url, OIDC_CLIENT_ID: CLIENT_ID });
    const start = () => world.app.inject({ method: 'GET', url: '/api/v1/oidc/start' });
    try {
      const refused = await start();
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([503, 'oidc.unreachable']);
      const page = await world.app.inject({ url: '/api/v1/oidc/start', headers: { accept: 'text/html' } });
      expect(page.headers.location).toBe('/dang-nhap?loi=oidc.unreachable');
      const back = await openProvider(url, down.port);
      expect((await start()).statusCode).toBe(303);
      await back.close();
    } finally {
      await world.close();
    }
  }, 60_000);

  it('that is not set is not offered', async () => {
    const world = await openWorld();
    try {
      expect((await world.call('GET', '/sign-in-methods')).body).toEqual({ password: true, oidc: null });
      for (const path of ['/oidc/start', '/oidc/return?state=x']) {
        expect((await world.call('GET', path)).body).toMatchObject({ status: 404, code: 'oidc.off' });
      }
    } finally {
      await world.close();
    }
  }, 60_000);

  it('that stops in the middle of a sign-in is said to be unreachable', async () => {
    const office = await openOffice();
    try {
      await aMember(office.world, 'lan');
      const { browser, comeBack } = await atProvider(office);
      const url = await comeBack('u-lan');
      await office.provider.close();
      expect(await codeOf(await browser.go(url))).toBe('503 oidc.unreachable');
    } finally {
      await office.close();
    }
  }, 60_000);

  it('whose signature is not by its own keys is not believed', async () => {
    const office = await openOffice();
    try {
      await aMember(office.world, 'lan');
      office.provider.forgetKeys();
      expect(await codeOf(await signIn(office, 'u-lan'))).toBe('401 oidc.untrusted');
    } finally {
      await office.close();
    }
  }, 60_000);

  it('gets a browser back over https only, with cookies of this host only', async () => {
    const url = 'https://so.example.vn';
    const provider = await openProvider(url);
    const world = await openWorld({ PUBLIC_URL: url, OIDC_ISSUER: provider.url, OIDC_CLIENT_ID: CLIENT_ID });
    try {
      const { headers } = await world.app.inject({ url: '/api/v1/oidc/start', headers: { host: 'xau.example' } });
      expect(headers['set-cookie']).toMatch(
        /^__Host-so-phoi-hop-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(new URL(String(headers.location)).searchParams.get('redirect_uri')).toBe(`${url}/api/v1/oidc/return`);
    } finally {
      await world.close();
      await provider.close();
    }
  }, 60_000);
});
