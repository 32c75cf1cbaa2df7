import { refusalsOf } from '../core/refusal.js';

export const refuseAudit = refusalsOf('audit', {
  'dates-reversed': {
    status: 422,
    vi: 'Khoảng thời gian kết thúc ({to}) trước khi bắt đầu ({from}).',
    en: 'The span ends ({to}) before it starts ({from}).',
  },
  'not-a-hash': {
    status: 422,
    vi: 'Giá trị băm phải gồm 64 chữ số thập lục phân.',
    en: 'A hash has 64 hexadecimal digits.',
  },
  busy: {
    status: 409,
    vi: 'Đang có một lần kiểm tra nhật ký khác, xin thử lại sau.',
    en: 'Another verification of the audit trail is running, try again later.',
  },
});
