import { refusalsOf } from '../core/refusal.js';

export const refuseToken = refusalsOf('token', {
  unknown: { status: 404, vi: 'Không có mã truy cập này.', en: 'There is no such access token.' },
  'out-of-scope': {
    status: 403,
    vi: 'Mã truy cập này không được cấp quyền {right}.',
    en: 'This access token was not given the right {right}.',
  },
  'scope-missing': {
    status: 422,
    vi: 'Mã truy cập phải có ít nhất một quyền.',
    en: 'An access token needs at least one right.',
  },
  'scope-unknown': {
    status: 422,
    vi: 'Không có quyền {right}.',
    en: 'There is no right {right}.',
  },
  'scope-for-people': {
    status: 422,
    vi: 'Quyền {right} chỉ dành cho người đăng nhập trực tiếp, không cấp cho mã truy cập.',
    en: 'The right {right} is for people who sign in themselves and is not given to access tokens.',
  },
  'expiry-out-of-range': {
    status: 422,
    vi: 'Ngày hết hạn phải từ {from} đến {to}.',
    en: 'The last day must lie between {from} and {to}.',
  },
  'too-many': {
    status: 409,
    vi: 'Mỗi người có nhiều nhất {max} mã truy cập còn hiệu lực; hãy thu hồi mã không dùng nữa.',
    en: 'A member has at most {max} tokens in force; revoke those no longer used.',
  },
  'shown-once': {
    status: 409,
    vi: 'Yêu cầu này đã tạo mã truy cập; mã chỉ hiện một lần. Nếu chưa kịp lưu, hãy thu hồi và tạo mã khác.',
    en: 'This request has made its token already, and a token is shown once. If it was lost, revoke it and make another.',
  },
});
