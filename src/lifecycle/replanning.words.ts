import type { StayReason } from './replanning.rules.js';

/** Why a duty is left as it is, said to the person who changes the rule. */
export const STAY_WORDS: Record<StayReason, { vi: string; en: string }> = {
  STARTED: { vi: 'Đã có bản nháp báo cáo.', en: 'A report has been begun.' },
  REPORTED: { vi: 'Đã gửi báo cáo.', en: 'It has been reported.' },
  RETURNED: { vi: 'Báo cáo đang trả lại để bổ sung.', en: 'The report was returned and is awaited again.' },
  WAIVED: { vi: 'Đã miễn báo cáo kỳ này.', en: 'It has been waived.' },
  SUSPENDED: { vi: 'Đang tạm dừng.', en: 'It is suspended.' },
  EXTENDED: { vi: 'Đã có hạn khác được chấp thuận.', en: 'Another day has been agreed.' },
  PLANNED: { vi: 'Đã xếp ngày họp.', en: 'The meeting has been planned for a day.' },
  HELD: { vi: 'Đã tổ chức.', en: 'It has been held.' },
  CANCELLED: { vi: 'Đã hủy.', en: 'It was cancelled.' },
  OVERDUE: { vi: 'Hạn đã qua; việc đã qua không đổi.', en: 'Its day has passed; the past does not change.' },
  WOULD_BE_PAST: {
    vi: 'Hạn mới nằm trước hôm nay; không tạo ra việc quá hạn.',
    en: 'Its new day lies before today; no overdue duty is invented.',
  },
};
