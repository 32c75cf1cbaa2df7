import { refusalsOf } from '../core/refusal.js';

export const refuseScheme = refusalsOf('scheme', {
  unknown: { status: 404, vi: 'Không có chế độ báo cáo này.', en: 'There is no such reporting scheme.' },
  'code-taken': {
    status: 409,
    vi: 'Mã {code} đã dùng cho chế độ báo cáo khác.',
    en: 'The code {code} belongs to another reporting scheme.',
  },
  preset: {
    status: 409,
    vi: 'Chế độ {code} có sẵn, không sửa được; hãy thêm chế độ riêng của cơ quan.',
    en: 'The scheme {code} is a preset and cannot be changed; add one of your own.',
  },
  'in-use': {
    status: 409,
    vi: 'Chế độ {code} đang được {count} văn bản hoặc lịch báo cáo dùng; hãy xem trước (previews) rồi sửa bằng lần sửa đổi (revisions).',
    en: 'The scheme {code} is used by {count} agreements or schedules; preview the change (previews), then apply it (revisions).',
  },
  'cutoff-one-form': {
    status: 422,
    vi: 'Kỳ chốt số liệu ghi bằng ngày bắt đầu (startDay) hoặc bằng các khoảng (spans), không ghi cả hai và không bỏ trống.',
    en: 'A window is written by its start day or by spans: one of the two, not both and not none.',
  },
  'spans-unfit': {
    status: 422,
    vi: 'Kỳ tuần chỉ ghi bằng thứ bắt đầu, không ghi bằng khoảng ngày trong năm.',
    en: 'A week starts on a weekday; it cannot be written as spans of the year.',
  },
  'too-few-spans': {
    status: 422,
    vi: 'Một năm có {need} kỳ loại này nhưng chỉ ghi {count} khoảng.',
    en: 'The year has {need} such periods but only {count} spans are written.',
  },
  'spans-out-of-order': {
    status: 422,
    vi: 'Khoảng thứ {ordinal} bắt đầu trước khi khoảng liền trước kết thúc.',
    en: 'Span {ordinal} starts before the one before it has ended.',
  },
  'part-unused': {
    status: 422,
    vi: 'Hạn tính theo {anchor} không dùng đến trường này.',
    en: 'A due date by {anchor} makes no use of this field.',
  },
  'days-kind-without-days': {
    status: 422,
    vi: 'Có loại ngày mà thiếu số ngày (nDays).',
    en: 'The kind of days is given, but not their number (nDays).',
  },
});
