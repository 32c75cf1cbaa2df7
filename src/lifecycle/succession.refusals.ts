import { refusalsOf } from '../core/refusal.js';

export const refuseSuccession = refusalsOf('succession', {
  'still-exists': {
    status: 409,
    vi: 'Cơ quan {name} vẫn đang tồn tại; hãy ghi sự kiện sáp nhập, chia tách hoặc giải thể trước.',
    en: 'The body {name} still exists; record its merger, split or dissolution first.',
  },
  'not-a-party': {
    status: 422,
    vi: 'Cơ quan {name} không phải một bên của văn bản.',
    en: 'The body {name} is not a party to the agreement.',
  },
  'commitment-elsewhere': {
    status: 422,
    vi: 'Cam kết không thuộc văn bản này.',
    en: 'The commitment belongs to another agreement.',
  },
  'no-part': {
    status: 422,
    vi: 'Cơ quan {name} không có vai trò nào trong cam kết này.',
    en: 'The body {name} has no part in this commitment.',
  },
  'already-decided': {
    status: 409,
    vi: 'Đã quyết định cơ quan kế thừa của {name} ngày {on} ({decision}).',
    en: 'The succession of {name} was decided on {on} ({decision}).',
  },
  'from-too-early': {
    status: 422,
    vi: 'Ngày bắt đầu {from} không sau ngày kết thúc {endedOn} của cơ quan {name}.',
    en: 'From {from}, which is not after the last day {endedOn} of the body {name}.',
  },
  'successor-missing': {
    status: 422,
    vi: 'Cần nêu ít nhất một cơ quan kế thừa.',
    en: 'Name at least one successor.',
  },
  'successor-unasked': {
    status: 422,
    vi: 'Quyết định {decision} không nêu cơ quan kế thừa.',
    en: 'The decision {decision} names no successor.',
  },
  'successor-twice': { status: 422, vi: 'Một cơ quan kế thừa được ghi hai lần.', en: 'One successor stands twice.' },
  'into-itself': {
    status: 422,
    vi: 'Cơ quan {name} không thể kế thừa chính nó.',
    en: 'The body {name} cannot be its own successor.',
  },
  'one-party-left': {
    status: 422,
    vi: 'Sau quyết định này văn bản chỉ còn một bên; hãy chấm dứt hoặc thay thế văn bản.',
    en: 'This would leave one party alone; terminate or replace the agreement instead.',
  },
  'replacement-missing': {
    status: 422,
    vi: 'Cần nêu văn bản thay thế có trong sổ, đã ký và còn hiệu lực.',
    en: 'Name the replacing agreement: in the register, signed and not over.',
  },
  'replacement-unasked': {
    status: 422,
    vi: 'Quyết định {decision} không nêu văn bản thay thế.',
    en: 'The decision {decision} names no replacing agreement.',
  },
});
