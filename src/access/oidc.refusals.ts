import { refusalsOf } from '../core/refusal.js';

export const refuseOidc = refusalsOf('oidc', {
  off: {
    status: 404,
    vi: 'Sổ này không dùng đăng nhập qua nhà cung cấp danh tính.',
    en: 'This register has no sign-in through an identity provider.',
  },
  unreachable: {
    status: 503,
    vi: 'Không kết nối được với nhà cung cấp danh tính. Hãy thử lại sau hoặc đăng nhập bằng mật khẩu.',
    en: 'The identity provider cannot be reached. Try again later, or sign in with a password.',
  },
  'return-elsewhere': {
    status: 422,
    vi: 'Sau khi đăng nhập chỉ trở về một trang của sổ này.',
    en: 'After signing in one returns to a page of this register only.',
  },
  'not-begun': {
    status: 401,
    vi: 'Trình duyệt này chưa bắt đầu lượt đăng nhập nào. Hãy đăng nhập lại từ đầu.',
    en: 'This browser has begun no sign-in. Start again.',
  },
  'wrong-state': {
    status: 401,
    vi: 'Câu trả lời không thuộc lượt đăng nhập đang chờ. Hãy đăng nhập lại từ đầu.',
    en: 'The answer does not belong to the sign-in that is waiting. Start again.',
  },
  used: {
    status: 401,
    vi: 'Lượt đăng nhập này đã dùng rồi. Hãy đăng nhập lại từ đầu.',
    en: 'This sign-in was used already. Start again.',
  },
  expired: {
    status: 401,
    vi: 'Đã quá {minutes} phút kể từ khi bắt đầu đăng nhập. Hãy đăng nhập lại từ đầu.',
    en: 'More than {minutes} minutes have passed since the sign-in began. Start again.',
  },
  denied: {
    status: 403,
    vi: 'Việc đăng nhập đã bị từ chối ở nhà cung cấp danh tính.',
    en: 'The sign-in was declined at the identity provider.',
  },
  'provider-refused': {
    status: 401,
    vi: 'Nhà cung cấp danh tính không chấp nhận lượt đăng nhập ({error}).',
    en: 'The identity provider did not accept the sign-in ({error}).',
  },
  untrusted: {
    status: 401,
    vi: 'Câu trả lời của nhà cung cấp danh tính không qua được kiểm tra.',
    en: "The identity provider's answer did not pass the checks.",
  },
  'unknown-member': {
    status: 403,
    vi: 'Tài khoản này chưa được liên kết với người dùng nào của sổ. Hãy nhờ quản trị viên liên kết mã {subject}.',
    en: 'This account is not linked to any member. Ask the administrator to link the subject {subject}.',
  },
  'member-disabled': {
    status: 403,
    vi: 'Người dùng này đã ngừng hoạt động trong sổ.',
    en: 'This member is disabled in the register.',
  },
});

export const refuseIdentity = refusalsOf('identity', {
  unknown: {
    status: 404,
    vi: 'Không có liên kết đăng nhập này.',
    en: 'There is no such linked sign-in.',
  },
  'member-unknown': { status: 404, vi: 'Không có người dùng này.', en: 'There is no such member.' },
  taken: {
    status: 409,
    vi: 'Mã {subject} đã liên kết với một người dùng.',
    en: 'The subject {subject} is linked to a member already.',
  },
});
