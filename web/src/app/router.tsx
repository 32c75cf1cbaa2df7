import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AsyncRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.js';
import { keepFor } from '../ui/kept.js';
import { Fault } from './fault.js';
import { Nowhere } from './nowhere.js';
import { queries } from './queries.js';
import { Porch } from './porch.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: Nowhere, errorComponent: Fault });

/** Words in the address that a page understands: 'a' or ['a', 'b'] per name; a page reads only those it knows. */
type Search = Record<string, string | string[] | undefined>;
const asIs = (raw: Record<string, unknown>): Search => raw as Search;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Porch });

const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/dang-nhap',
  validateSearch: (raw: Record<string, unknown>): { tiep?: string | undefined; loi?: string | undefined } => ({
    tiep: text(raw['tiep']),
    loi: text(raw['loi']),
  }),
  component: lazyRouteComponent(() => import('../access/sign-in.page.js')),
});

const choosePassword = createRoute({
  getParentRoute: () => outside,
  path: '/dat-mat-khau',
  component: lazyRouteComponent(() => import('../access/choose-password.page.js')),
});

/** Everything behind the door. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queries.query({ ...sessionQuery, staleTime: 'static' });
    if (session === null) {
      const tiep = location.href === '/' ? {} : { tiep: location.href };
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way
      throw redirect({ to: '/dang-nhap', search: tiep });
    }
    keepFor(session.id);
  },
  component: Shell,
});

const page = <const P extends string>(path: P, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => inside, path, validateSearch: asIs, component: lazyRouteComponent(load) });

const tree = root.addChildren([
  outside.addChildren([signIn, choosePassword]),
  inside.addChildren([
    page('/', () => import('../compliance/desk.page.js')),
    page('/van-ban', () => import('../agreements/register.page.js')),
    page('/van-ban/moi', () => import('../lifecycle/new-agreement.page.js')),
    page('/van-ban/$id', () => import('../lifecycle/agreement.page.js')),
    page('/van-ban/$id/soan', () => import('../lifecycle/draft.page.js')),
    page('/bao-cao', () => import('../reports/reports.page.js')),
    page('/bao-cao/$id', () => import('../reports/report.page.js')),
    page('/so-ket', () => import('../reviews/reviews.page.js')),
    page('/so-ket/$id', () => import('../reviews/review.page.js')),
    page('/tong-hop', () => import('../compliance/summary.page.js')),
    page('/lich', () => import('../compliance/calendar.page.js')),
    page('/co-quan', () => import('../bodies/bodies.page.js')),
    page('/co-quan/$id', () => import('../bodies/body.page.js')),
    page('/co-quan/$id/bien-dong', () => import('../bodies/body-event.page.js')),
    page('/ke-thua', () => import('../lifecycle/successions.page.js')),
    page('/chua-ro-ky-han', () => import('../lifecycle/needs-interval.page.js')),
    page('/xin-lui-han', () => import('../lifecycle/extensions.page.js')),
    page('/lich-lam-viec', () => import('../regime/calendar.page.js')),
    page('/che-do-bao-cao', () => import('../regime/schemes.page.js')),
    page('/che-do-bao-cao/moi', () => import('../regime/scheme-draft.page.js')),
    page('/che-do-bao-cao/$id/sua', () => import('../regime/scheme-draft.page.js')),
    page('/che-do-bao-cao/$id', () => import('../regime/scheme.page.js')),
    page('/thanh-vien', () => import('../access/members.page.js')),
    page('/thanh-vien/$id', () => import('../access/member.page.js')),
    page('/thanh-vien/vi-tri/$id', () => import('../access/seat.page.js')),
    page('/ra-soat', () => import('../sweep/sweeps.page.js')),
    page('/nhat-ky', () => import('../compliance/audit.page.js')),
    page('/toi', () => import('../access/me.page.js')),
  ]),
]);

/** 'a=1&b=2&b=3' ↔ { a: '1', b: ['2', '3'] }: addresses that a person can read and send on. */
function readSearch(search: string): Search {
  const found: Search = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const was = found[name];
    found[name] = was === undefined ? value : [was, value].flat();
  }
  return found;
}

function writeSearch(search: Search): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === '' ? [] : [[name, one]])),
  );
  const words = new URLSearchParams(pairs).toString();
  return words === '' ? '' : `?${words}`;
}

export const router = createRouter({
  routeTree: tree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** Fetches the code of the page that is asked for at once, beside the words and the session instead of after them. */
export function fetchFirstPage(): void {
  const [, , page] = router.getMatchedRoutes(router.latestLocation.pathname);
  void (page?.options.component as Partial<AsyncRouteComponent<unknown>> | undefined)?.preload?.();
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
