import { daysInMonth } from './civil-date.js';
import { refusalsOf } from './refusal.js';

/** The last day of a month 1-12 in a year of 365 days: 29/02 is no date of every year, so it is written 'LAST'. */
export function daysInCommonYear(month: number): number {
  return daysInMonth(2027, month);
}

/** Builds the refusals schedule.*: what cannot be planned as it is written. */
export const refuseSchedule = refusalsOf('schedule', {
  'anchor-missing': {
    status: 422,
    vi: 'Việc làm một lần phải có ngày.',
    en: 'A duty that falls due once needs its date.',
  },
  'n-missing': {
    status: 422,
    vi: 'Chưa nêu số tháng hoặc số năm giữa hai kỳ.',
    en: 'The number of months or years between two periods is missing.',
  },
  'n-unfit': {
    status: 422,
    vi: 'Số {n} không dùng được: chỉ dùng cho «N tháng/năm một lần», từ 1 đến 120.',
    en: 'The number {n} does not fit: only for "every N months or years", from 1 to 120.',
  },
  'milestones-unfit': {
    status: 422,
    vi: 'Mốc năm chỉ dùng cho «N năm một lần» và không được để trống.',
    en: 'Milestone years are for "every N years" only, and one at least.',
  },
  'milestone-no-multiple': {
    status: 422,
    vi: 'Mốc {years} năm không phải là bội số của {n} năm.',
    en: 'Milestone year {years} is not a multiple of {n} years.',
  },
  'window-unfit': {
    status: 422,
    vi: 'Khoảng số liệu kiểu {window} không dùng được với tần suất {frequency}.',
    en: 'A {window} window does not fit the frequency {frequency}.',
  },
  'window-ends-before-it-starts': {
    status: 422,
    vi: 'Khoảng số liệu kết thúc trước khi bắt đầu.',
    en: 'The window ends before it starts.',
  },
  'start-day-unfit': {
    status: 422,
    vi: 'Ngày bắt đầu kỳ số liệu phải từ 1 đến 28, không phải {day}.',
    en: 'A window starts on day 1 to 28 of a month, not on day {day}.',
  },
  'month-offset-unfit': {
    status: 422,
    vi: 'Kỳ số liệu không thể lệch {months} tháng.',
    en: 'A window cannot be shifted by {months} months.',
  },
  'year-offset-unfit': {
    status: 422,
    vi: 'Không thể lệch {years} năm so với năm báo cáo.',
    en: 'Cannot be {years} years away from the report year.',
  },
  'weekday-unfit': {
    status: 422,
    vi: 'Thứ trong tuần phải từ 1 (Thứ Hai) đến 7 (Chủ nhật), không phải {weekday}.',
    en: 'A weekday is 1 (Monday) to 7 (Sunday), not {weekday}.',
  },
  'included-unfit': {
    status: 422,
    vi: 'Không chọn được kỳ trong năm với tần suất {frequency}.',
    en: 'Periods of the year cannot be chosen for the frequency {frequency}, or none is chosen.',
  },
  'no-such-period': {
    status: 422,
    vi: 'Không có kỳ thứ {ordinal}: một năm chỉ có {count} kỳ.',
    en: 'There is no period {ordinal}: a year has {count}.',
  },
  'tier-unfit': {
    status: 422,
    vi: 'Cấp báo cáo {tier} bị trùng hoặc không phải số nguyên dương.',
    en: 'Tier {tier} is given twice or is no whole number from 1.',
  },
  'impossible-date': {
    status: 422,
    vi: 'Ngày không tồn tại: ngày {day} tháng {month}. Nếu là ngày cuối tháng, hãy ghi «ngày cuối tháng».',
    en: 'No such date: day {day} of month {month}. If the last day of the month is meant, say so.',
  },
  'day-missing': { status: 422, vi: 'Chưa nêu ngày trong hạn gửi.', en: 'The day of the due date is missing.' },
  'month-unfit': {
    status: 422,
    vi: 'Tháng phải từ 1 đến 12, không phải {month}.',
    en: 'A month is 1 to 12, not {month}.',
  },
  'days-unfit': {
    status: 422,
    vi: 'Số ngày của thời hạn còn thiếu hoặc không hợp lệ.',
    en: 'The number of days of the time limit is missing or is no whole number within ten years.',
  },
  'fixed-date-serves-one-period': {
    status: 422,
    vi: 'Một năm có {count} kỳ mà chỉ có một ngày cố định: hãy chọn một kỳ, hoặc tính theo tháng cuối kỳ.',
    en: 'The year has {count} periods but one fixed date: choose one period, or count by the period’s last month.',
  },
  'event-unfit': {
    status: 422,
    vi: 'Hạn tính từ sự kiện chỉ dùng khi báo cáo theo sự kiện hoặc theo yêu cầu, và ngược lại.',
    en: 'A time limit from an event goes with reports on an event or on request, and only with those.',
  },
});
