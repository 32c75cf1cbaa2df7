import { lifeCycleWord } from '../core/life-cycle-words.js';
import type { Column } from '../platform/export/csv.js';
import type { Language } from '../platform/http/act.js';
import type { OccurrenceRow } from './occurrence.contract.js';
import type { Standing } from './report.words.js';

const STANDING_WORDS: Readonly<Record<Standing, { vi: string; en: string }>> = {
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  due_today: { vi: 'Đến hạn hôm nay', en: 'Due today' },
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  in_term: { vi: 'Trong hạn', en: 'In term' },
  not_started: { vi: 'Chưa đến kỳ', en: 'Not started' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  done_on_time: { vi: 'Đúng hạn', en: 'Done on time' },
  done_late: { vi: 'Trễ hạn', en: 'Done late' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
  waived: { vi: 'Được miễn', en: 'Waived' },
};

function yesNo(value: boolean | null, language: Language): string | null {
  if (value === null) return null;
  return language === 'vi' ? (value ? 'Có' : 'Không') : value ? 'Yes' : 'No';
}

/** The columns of the list as a spreadsheet; dates stay YYYY-MM-DD, which every program sorts rightly. */
export const OCCURRENCE_COLUMNS: readonly Column<OccurrenceRow>[] = [
  { vi: 'Văn bản', en: 'Agreement', of: (row) => row.agreementTitle },
  { vi: 'Cam kết', en: 'Commitment', of: (row) => row.commitmentTitle },
  { vi: 'Cơ quan báo cáo', en: 'Reporting body', of: (row) => row.bodyName },
  { vi: 'Kỳ', en: 'Period', of: (row, language) => (language === 'vi' ? row.periodVi : row.periodEn) },
  { vi: 'Năm báo cáo', en: 'Report year', of: (row) => row.reportYear },
  { vi: 'Từ ngày', en: 'From', of: (row) => row.windowStart },
  { vi: 'Đến ngày', en: 'To', of: (row) => row.windowEnd },
  { vi: 'Hạn gửi', en: 'Due on', of: (row) => row.dueOn },
  { vi: 'Hạn sau gia hạn', en: 'Extended to', of: (row) => row.agreedDueOn },
  { vi: 'Trạng thái', en: 'State', of: (row, language) => lifeCycleWord(row.state, language) },
  { vi: 'Tình hình', en: 'Standing', of: (row, language) => STANDING_WORDS[row.standing][language] },
  { vi: 'Ngày gửi lần đầu', en: 'First filed on', of: (row) => row.firstFiledOn },
  { vi: 'Đúng hạn ban đầu', en: 'By the original date', of: (row, language) => yesNo(row.onTimeOriginal, language) },
  { vi: 'Mã', en: 'Id', of: (row) => row.id },
];
