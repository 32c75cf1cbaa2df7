import {
  IconBuildingBank,
  IconCalendarDue,
  IconCalendarPlus,
  IconCalendarQuestion,
  IconCalendarStats,
  IconChartBar,
  IconClipboardText,
  IconFiles,
  IconGitMerge,
  IconHistory,
  IconInbox,
  IconMoonStars,
  IconRuler2,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

const page = <const T extends string, const L extends string>(
  to: T,
  label: L,
  icon: typeof IconInbox,
  right: string | null = null,
) => ({
  to,
  label,
  icon,
  right,
});

const WORK = [
  page('/', 'app.desk', IconInbox),
  page('/van-ban', 'app.agreements', IconFiles, 'agreements.read'),
  page('/bao-cao', 'app.reports', IconClipboardText, 'reports.read'),
  page('/so-ket', 'app.reviews', IconUsersGroup, 'reviews.read'),
  page('/xin-lui-han', 'app.extensions', IconCalendarPlus, 'extensions.decide'),
  page('/tong-hop', 'app.summary', IconChartBar, 'summary.read'),
  page('/lich', 'app.calendar', IconCalendarDue, 'reports.read'),
] as const;

const KEEPING = [
  page('/co-quan', 'app.bodies', IconBuildingBank),
  page('/ke-thua', 'app.successions', IconGitMerge, 'successions.read'),
  page('/chua-ro-ky-han', 'app.needsInterval', IconCalendarQuestion, 'agreements.register'),
  page('/lich-lam-viec', 'app.workingCalendar', IconCalendarStats),
  page('/che-do-bao-cao', 'app.schemes', IconRuler2),
  page('/thanh-vien', 'app.members', IconUsers, 'members.read'),
  page('/ra-soat', 'app.sweeps', IconMoonStars, 'sweeps.read'),
  page('/nhat-ky', 'app.audit', IconHistory, 'audit.read'),
] as const;

type AnyPage = (typeof WORK)[number] | (typeof KEEPING)[number];

interface Section {
  heading: 'app.administration' | null;
  pages: readonly AnyPage[];
}

/** The pages that somebody with these rights has a use for. */
export function pagesFor(rights: readonly string[]): readonly Section[] {
  const open = <T extends AnyPage>(pages: readonly T[]): T[] =>
    pages.filter(({ right }) => right === null || rights.includes(right));
  return [
    { heading: null, pages: open<AnyPage>(WORK) },
    { heading: 'app.administration', pages: open<AnyPage>(KEEPING) },
  ];
}
