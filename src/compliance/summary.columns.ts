import type { Column } from '../platform/export/csv.js';
import type { SummaryFigures } from './summary.contract.js';

export interface SummaryLine extends SummaryFigures {
  /** null = the totals. */
  key: string | null;
  label: string;
  labelEn: string;
}

export const SUMMARY_COLUMNS: readonly Column<SummaryLine>[] = [
  { vi: 'Nhóm', en: 'Group', of: (row, language) => (language === 'vi' ? row.label : row.labelEn) },
  { vi: 'Hoàn thành đúng hạn', en: 'Done on time', of: (row) => row.doneOnTime },
  { vi: 'Hoàn thành trễ hạn', en: 'Done late', of: (row) => row.doneLate },
  { vi: 'Trong hạn', en: 'In term', of: (row) => row.inTerm },
  { vi: 'Quá hạn', en: 'Overdue', of: (row) => row.overdue },
  { vi: 'Tổng', en: 'Total', of: (row) => row.total },
  { vi: 'Tỷ lệ hoàn thành (%)', en: 'Completion rate (%)', of: (row) => row.completionRate },
  { vi: 'Tỷ lệ đúng hạn (%)', en: 'On-time rate (%)', of: (row) => row.onTimeRate },
  { vi: 'Đúng hạn ban đầu', en: 'By the original date', of: (row) => row.doneOnTimeOriginal },
  { vi: 'Tạm dừng', en: 'Suspended', of: (row) => row.suspended },
  { vi: 'Được miễn', en: 'Waived', of: (row) => row.waived },
  { vi: 'Đến hạn hôm nay', en: 'Due today', of: (row) => row.dueToday },
  { vi: 'Ngày trung bình của bên báo cáo', en: 'Average days with the reporter', of: (row) => row.avgReporterDays },
  { vi: 'Ngày trung bình của bên duyệt', en: 'Average days with the reviewer', of: (row) => row.avgReviewerDays },
];
