/** What a browser does on the way through sign-in pages: keeps cookies, follows where it is sent, fills in forms. */
export class Browser {
  readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, ...headers },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  /** Walks on from an address until it is sent to `there`, signing in and agreeing on the provider's pages. */
  async walk(url: string, there: string, login: string, pages = 10): Promise<string> {
    if (pages === 0) throw new Error(`walked too far, to ${url}`);
    if (url.startsWith(there)) return url;
    const answer = await this.go(url);
    const next = answer.status === 200 ? await this.fillIn(await answer.text(), login) : answer;
    const location = next.headers.get('location');
    if (location === null) throw new Error(`${next.status} at ${url}: ${await next.text()}`);
    return this.walk(new URL(location, url).href, there, login, pages - 1);
  }

  private fillIn(page: string, login: string): Promise<Response> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`no form on: ${page.slice(0, 500)}`);
    return this.go(action, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt });
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
