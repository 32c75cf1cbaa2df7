import { refusalsOf } from '../core/refusal.js';

export const refuseBodyEvent = refusalsOf('body-event', {
  'no-body': { status: 422, vi: 'Cần nêu ít nhất một cơ quan.', en: 'Name at least one body.' },
  'one-body': {
    status: 422,
    vi: 'Đổi tên và chuyển cấp trên chỉ áp dụng cho một cơ quan mỗi lần (đã nêu {count}).',
    en: 'A new name or a transfer concerns one body at a time ({count} named).',
  },
  'too-few-successors': {
    status: 422,
    vi: 'Sự kiện {kind} cần ít nhất {min} cơ quan kế thừa (đã nêu {count}).',
    en: '{kind} needs at least {min} successors ({count} named).',
  },
  'successor-unasked': {
    status: 422,
    vi: 'Sự kiện {kind} không có cơ quan kế thừa.',
    en: '{kind} has no successor.',
  },
  'name-missing': { status: 422, vi: 'Đổi tên cần tên mới.', en: 'A renaming needs the new name.' },
  'name-unasked': { status: 422, vi: 'Chỉ sự kiện đổi tên mới có tên mới.', en: 'Only a renaming has a new name.' },
  'parent-missing': {
    status: 422,
    vi: 'Chuyển cấp trên cần cơ quan cấp trên mới, hoặc null nếu không có.',
    en: 'A transfer needs the new parent, or null for none.',
  },
  'parent-unasked': {
    status: 422,
    vi: 'Chỉ sự kiện chuyển cấp trên mới có cơ quan cấp trên mới.',
    en: 'Only a transfer has a new parent.',
  },
  'into-itself': {
    status: 422,
    vi: 'Cơ quan {name} không thể kế thừa chính nó.',
    en: 'The body {name} cannot be its own successor.',
  },
  twice: { status: 422, vi: 'Cơ quan {name} được ghi hai lần.', en: 'The body {name} stands twice.' },
  cycle: {
    status: 422,
    vi: 'Cơ quan {name} đã kế thừa (trực tiếp hoặc qua cơ quan khác) chính cơ quan được cho là kế thừa nó.',
    en: 'The body {name} itself succeeds, directly or through others, a body that is to succeed it.',
  },
  'successor-not-there': {
    status: 422,
    vi: 'Cơ quan kế thừa {name} không tồn tại vào ngày {on}.',
    en: 'The successor {name} does not exist on {on}.',
  },
  'already-ended': {
    status: 409,
    vi: 'Cơ quan {name} đã kết thúc ngày {on}.',
    en: 'The body {name} has its end on {on} already.',
  },
  'before-start': {
    status: 422,
    vi: 'Ngày hiệu lực {effectiveOn} không sau ngày bắt đầu {validFrom} của cơ quan {name}.',
    en: 'Effective on {effectiveOn}, which is not after the first day {validFrom} of the body {name}.',
  },
  'later-known': {
    status: 409,
    vi: 'Cơ quan {name} đã có sự kiện ngày {on}; không ghi sự kiện trước hoặc cùng ngày đó.',
    en: 'An event of the body {name} on {on} is known; none on that day or before it can be added.',
  },
  'succeeds-later': {
    status: 409,
    vi: 'Cơ quan {name} sẽ kế thừa cơ quan khác từ ngày {on} nên không thể kết thúc trước đó.',
    en: 'The body {name} is to succeed another from {on}, so it cannot end before.',
  },
});
