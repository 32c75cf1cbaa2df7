import { refusalsOf } from '../core/refusal.js';

export const refusePerson = refusalsOf('person', {
  unknown: { status: 404, vi: 'Không có thành viên này.', en: 'There is no such member.' },
  'bad-email': { status: 422, vi: 'Địa chỉ thư điện tử không đúng dạng.', en: 'Not an e-mail address.' },
  'bad-phone': { status: 422, vi: 'Số điện thoại không đúng dạng.', en: 'Not a telephone number.' },
  oneself: {
    status: 409,
    vi: 'Không tự ghi nhận mình rời cơ quan; đề nghị người quản trị khác làm việc này.',
    en: 'Nobody records an own departure; another administrator does.',
  },
  'in-future': {
    status: 422,
    vi: 'Ngày rời {on} sau hôm nay {today}; đề nghị ghi nhận khi đã rời.',
    en: 'The departure on {on} lies after today, {today}; record it when it has come.',
  },
  'already-left': {
    status: 409,
    vi: 'Thành viên đã rời từ ngày {on}.',
    en: 'The member left on {on}.',
  },
  'not-left': {
    status: 409,
    vi: 'Chỉ ẩn danh thành viên đã rời; hãy ghi nhận việc rời trước.',
    en: 'Only a former member is made anonymous; record the departure first.',
  },
  'already-anonymous': { status: 409, vi: 'Thành viên này đã được ẩn danh.', en: 'The member is anonymous already.' },
});
