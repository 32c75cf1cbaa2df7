import { refusalsOf } from '../core/refusal.js';

export const refuseAccess = refusalsOf('access', {
  'wrong-credentials': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
  'code-needed': {
    status: 401,
    vi: 'Cần mã dùng một lần hoặc mã dự phòng để đăng nhập.',
    en: 'Signing in needs a one-time code or a recovery code.',
  },
  'wrong-code': {
    status: 401,
    vi: 'Mã không đúng, đã dùng hoặc đã hết hiệu lực.',
    en: 'The code is wrong, used or no longer valid.',
  },
  'code-not-taken': {
    status: 422,
    vi: 'Mã không đúng, đã dùng hoặc đã hết hiệu lực.',
    en: 'The code is wrong, used or no longer valid.',
  },
  'too-many-attempts': {
    status: 429,
    vi: 'Đã thử quá nhiều lần; xin thử lại sau {seconds} giây.',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  busy: {
    status: 503,
    vi: 'Đang có quá nhiều người đăng nhập cùng lúc; xin thử lại sau {seconds} giây.',
    en: 'Too many people are signing in at once; try again in {seconds} seconds.',
  },
  csrf: {
    status: 403,
    vi: 'Yêu cầu không đến từ trang của sổ hoặc thiếu mã X-CSRF-Token đúng; hãy tải lại trang.',
    en: 'The request does not come from a page of the register or lacks the right X-CSRF-Token; load the page again.',
  },
  'session-needed': {
    status: 403,
    vi: 'Việc này chỉ làm được khi đăng nhập bằng mật khẩu, không làm bằng mã truy cập của chương trình.',
    en: 'This takes a person who is signed in, not the token of a program.',
  },
  'session-unknown': { status: 404, vi: 'Không có phiên đăng nhập này.', en: 'There is no such session.' },
  'link-spent': {
    status: 422,
    vi: 'Liên kết đã dùng, đã hết hạn hoặc không đúng; hãy xin liên kết mới.',
    en: 'The link is used, expired or wrong; ask for a new one.',
  },
  'totp-on': { status: 409, vi: 'Mã dùng một lần đã được bật.', en: 'One-time codes are already on.' },
  'totp-off': { status: 409, vi: 'Mã dùng một lần chưa được bật.', en: 'One-time codes are not on.' },
  'totp-not-proposed': {
    status: 409,
    vi: 'Chưa tạo khóa cho mã dùng một lần.',
    en: 'No secret for one-time codes has been made yet.',
  },
  'no-secrets-key': {
    status: 503,
    vi: 'Máy chủ chưa được đặt SECRETS_KEY nên chưa bật được mã dùng một lần.',
    en: 'The server has no SECRETS_KEY, so one-time codes cannot be turned on.',
  },
});

export const refuseMember = refusalsOf('member', {
  unknown: { status: 422, vi: 'Không có thành viên này.', en: 'There is no such member.' },
  'not-found': { status: 404, vi: 'Không có thành viên này.', en: 'There is no such member.' },
  departed: { status: 409, vi: 'Thành viên này đã rời cơ quan.', en: 'This member has left.' },
  'login-taken': {
    status: 409,
    vi: 'Tên đăng nhập {login} đã có người dùng.',
    en: 'The login {login} is taken.',
  },
  oneself: {
    status: 409,
    vi: 'Không tự khóa được tài khoản của mình.',
    en: 'Nobody can suspend their own account.',
  },
  'already-suspended': { status: 409, vi: 'Tài khoản đã bị khóa.', en: 'The account is already suspended.' },
  'not-suspended': { status: 409, vi: 'Tài khoản không bị khóa.', en: 'The account is not suspended.' },
});

export const refusePassword = refusalsOf('password', {
  'too-short': {
    status: 422,
    vi: 'Mật khẩu phải có ít nhất {min} ký tự; nên dùng một câu dễ nhớ.',
    en: 'A password needs at least {min} characters; a sentence is easy to remember.',
  },
  'too-common': {
    status: 422,
    vi: 'Mật khẩu này dễ đoán: chỉ gồm từ thông dụng, dãy phím hoặc tên của người dùng. Hãy chọn mật khẩu khác.',
    en: 'This password is easy to guess: common words, runs of keys or the name of its owner. Choose another.',
  },
  'wrong-present': {
    status: 422,
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
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
  'last-keeper': {
    status: 409,
    vi: 'Sổ phải luôn có người quản trị; hãy giao vị trí quản trị toàn sổ cho người khác trước.',
    en: 'The register always has an administrator; give a seat over the whole register to somebody else first.',
  },
  'already-ended': {
    status: 409,
    vi: 'Lượt đảm nhiệm này đã kết thúc ngày {on}.',
    en: 'This holding ended on {on}.',
  },
});
