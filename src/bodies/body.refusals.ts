import { refusalsOf } from '../core/refusal.js';

export const refuseBody = refusalsOf('body', {
  unknown: { status: 404, vi: 'Không có cơ quan này trong sổ.', en: 'There is no such body in the register.' },
  'not-in-register': {
    status: 422,
    vi: 'Cơ quan {id} không có trong sổ.',
    en: 'The body {id} is not in the register.',
  },
  'code-taken': {
    status: 409,
    vi: 'Mã {code} đã dùng cho cơ quan khác.',
    en: 'The code {code} belongs to another body.',
  },
  'dates-reversed': {
    status: 422,
    vi: 'Ngày kết thúc {validTo} trước ngày bắt đầu {validFrom}.',
    en: 'The last day {validTo} comes before the first day {validFrom}.',
  },
  'own-ancestor': {
    status: 422,
    vi: 'Cơ quan không thể nằm dưới chính nó hoặc dưới cơ quan cấp dưới của nó.',
    en: 'A body cannot stand below itself or below one of its own.',
  },
  'ended-by-event': {
    status: 409,
    vi: 'Cơ quan đã kết thúc do sự kiện ngày {on}; không sửa ngày kết thúc bằng tay.',
    en: 'An event of {on} ended the body; its last day is not changed by hand.',
  },
  'not-on-day': {
    status: 422,
    vi: 'Cơ quan {name} không tồn tại vào ngày {on}.',
    en: 'The body {name} does not exist on {on}.',
  },
});
