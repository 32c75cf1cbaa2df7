import { Browser } from '../support/browser.js';
import { CLIENT_ID, CLIENT_SECRET, listen, openProvider } from '../support/identity-provider.js';
import { openWorld, type World } from '../support/world.js';

export interface Office {
  world: World;
  provider: Awaited<ReturnType<typeof openProvider>>;
  /** Where browsers reach the register, over real HTTP. */
  url: string;
  close: () => Promise<void>;
}

/** The register with a provider beside it, both listening on this machine. */
export async function openOffice(settings: Record<string, string> = {}): Promise<Office> {
  const door = await listen();
  const provider = await openProvider(door.url);
  const world = await openWorld({
    PUBLIC_URL: door.url,
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_LABEL: 'Tài khoản thành phố',
    ...settings,
  });
  const server = world.app.getHttpAdapter().getInstance();
  door.answerWith((request, reply) => {
    server.routing(request, reply);
  });
  return {
    world,
    provider,
    url: door.url,
    close: async () => {
      await door.close();
      await provider.close();
      await world.close();
    },
  };
}

/** A browser that stands before the provider: where it is sent, and the way back with the provider's answer. */
export async function atProvider(
  { url }: Office,
  returnTo = '/',
): Promise<{ browser: Browser; there: URL; comeBack: (login: string, there?: URL) => Promise<string> }> {
  const browser = new Browser();
  const begun = await browser.go(`${url}/api/v1/oidc/start?returnTo=${encodeURIComponent(returnTo)}`);
  if (begun.status !== 303) throw new Error(`${begun.status}: ${await begun.text()}`);
  const there = new URL(begun.headers.get('location') ?? '');
  return {
    browser,
    there,
    comeBack: (login, address = there) => browser.walk(address.href, `${url}/api/v1/oidc/return`, login),
  };
}

/** Through the whole sign-in; the answer is the register's last one. */
export async function signIn(
  office: Office,
  login: string,
  returnTo?: string,
): Promise<Response & { browser: Browser }> {
  const { browser, comeBack } = await atProvider(office, returnTo);
  return Object.assign(await browser.go(await comeBack(login)), { browser });
}

export async function codeOf(answer: Response): Promise<string> {
  return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`;
}

/** A member whom the provider knows as `u-` and the login. */
export async function aMember(world: World, login: string, link = true): Promise<string> {
  const made = await world.call<{ id: string }>('POST', '/members', {
    login,
    fullName: `Đồng chí ${login}`,
    password: 'mat-khau-dai-cua-toi',
  });
  if (link) await world.call('POST', `/members/${made.body.id}/identities`, { subject: `u-${login}` });
  return made.body.id;
}
