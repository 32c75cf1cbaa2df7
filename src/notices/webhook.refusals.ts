import { refusalsOf } from '../core/refusal.js';

export const refuseWebhook = refusalsOf('webhook', {
  unknown: { status: 404, vi: 'Không có địa chỉ nhận thông báo này.', en: 'There is no such webhook.' },
  'bad-url': { status: 422, vi: 'Địa chỉ không đúng dạng.', en: 'The address has not the right form.' },
  'not-https': { status: 422, vi: 'Địa chỉ phải bắt đầu bằng https://.', en: 'The address must begin with https://.' },
  'bad-port': {
    status: 422,
    vi: 'Không gửi tới cổng {port}; chỉ dùng 443 hoặc 8443.',
    en: 'Port {port} is not called; use 443 or 8443.',
  },
  'credentials-in-url': {
    status: 422,
    vi: 'Địa chỉ không được chứa tên đăng nhập hay mật khẩu.',
    en: 'The address must not contain a user name or a password.',
  },
  'inner-address': {
    status: 422,
    vi: 'Địa chỉ nằm trong mạng nội bộ nên không được gọi tới.',
    en: 'The address lies inside a network and is not called.',
  },
  'no-events': { status: 422, vi: 'Cần chọn ít nhất một sự kiện.', en: 'Choose at least one event.' },
  'too-many': {
    status: 409,
    vi: 'Cơ quan này đã có {max} địa chỉ nhận thông báo.',
    en: 'This body has {max} webhooks already.',
  },
});
