import { refusalsOf } from '../core/refusal.js';

export const refuseAccess = refusalsOf('access', {
  'wrong-credentials': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
});

export const refuseMember = refusalsOf('member', {
  unknown: { status: 422, vi: 'Không có thành viên này.', en: 'There is no such member.' },
  'login-taken': {
    status: 409,
    vi: 'Tên đăng nhập {login} đã có người dùng.',
    en: 'The login {login} is taken.',
  },
});

export const refuseSeat = refusalsOf('seat', {
  unknown: { status: 404, vi: 'Không có vị trí này.', en: 'There is no such seat.' },
  'holding-unknown': {
    status: 404,
    vi: 'Vị trí không có lượt đảm nhiệm này.',
    en: 'The seat has no such holding.',
  },
  'dates-reversed': {
    status: 422,
    vi: 'Ngày cuối {to} trước ngày đầu {from}.',
    en: 'The last day {to} comes before the first day {from}.',
  },
  'outside-validity': {
    status: 422,
    vi: 'Vị trí không tồn tại vào ngày {on}.',
    en: 'The seat does not exist on {on}.',
  },
  held: {
    status: 409,
    vi: '{name} đã đảm nhiệm vị trí này từ ngày {from}; hãy kết thúc trước ngày {on}.',
    en: '{name} holds the seat from {from}; end that before {on}.',
  },
  'already-ended': {
    status: 409,
    vi: 'Lượt đảm nhiệm này đã kết thúc ngày {on}.',
    en: 'This holding ended on {on}.',
  },
});
