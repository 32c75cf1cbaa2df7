import { formatDate } from './vietnamese.js';
import type { CivilDate } from './civil-date.js';

export const MOVE_CAUSES = ['SCHEDULE', 'SCHEME', 'CALENDAR'] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];

/** One move of a due date: from when to when, on which ground, by whom and on which day. */
export interface DueMove {
  readonly fromDueOn: CivilDate;
  readonly toDueOn: CivilDate;
  readonly because: MoveCause;
  readonly reason: string | null;
  readonly by: string;
  readonly on: CivilDate;
  readonly changeId: string;
}

const CAUSES: Record<MoveCause, { vi: string; en: string }> = {
  SCHEDULE: { vi: 'sửa lịch báo cáo', en: 'the schedule was revised' },
  SCHEME: { vi: 'sửa chế độ báo cáo', en: 'the reporting scheme was revised' },
  CALENDAR: { vi: 'thay đổi lịch làm việc', en: 'the working calendar was changed' },
};

/** "Why this date?", continued: each move as a sentence, the oldest first. */
export function movesWords(moves: readonly DueMove[], language: 'vi' | 'en'): string {
  return moves.map((move) => moveWords(move, language)).join(' ');
}

function moveWords({ fromDueOn, toDueOn, because, reason, by, on }: DueMove, language: 'vi' | 'en'): string {
  const [from, to, day] = [fromDueOn, toDueOn, on].map((date) => formatDate(date, language));
  const cause = CAUSES[because][language];
  const ground = reason === null ? '' : ` (${reason})`;
  return language === 'vi'
    ? `Ngày ${day}, ${by} chuyển hạn từ ${from} sang ${to} do ${cause}${ground}.`
    : `On ${day} ${by} moved it from ${from} to ${to} because ${cause}${ground}.`;
}
