import { refusalsOf } from '../core/refusal.js';

export const refuseRenewal = refusalsOf('renewal', {
  'agreement-over': {
    status: 409,
    vi: 'Văn bản đã hết thời hạn ngày {termTo} mà chưa được gia hạn; hãy ký văn bản mới.',
    en: 'The agreement ended with its term on {termTo} without a renewal; sign a new one.',
  },
  'no-term': {
    status: 409,
    vi: 'Văn bản không có ngày hết hạn nên không có gì để gia hạn.',
    en: 'The agreement has no last day, so there is nothing to renew.',
  },
  'not-longer': {
    status: 422,
    vi: 'Ngày hết hạn mới {termTo} phải sau ngày hiện tại {before}.',
    en: 'The new last day {termTo} must come after the present one, {before}.',
  },
  'in-future': {
    status: 422,
    vi: 'Ngày {on} sau hôm nay {today}.',
    en: 'The day {on} comes after today, {today}.',
  },
  'not-tacit': {
    status: 409,
    vi: 'Văn bản không tự động gia hạn nên không cần thông báo; văn bản kết thúc theo thời hạn.',
    en: 'The agreement does not renew by itself, so it ends with its term without any notice.',
  },
  'notice-known': {
    status: 409,
    vi: 'Đã có thông báo không gia hạn ngày {givenOn} cho thời hạn đến {termTo}.',
    en: 'Notice was given on {givenOn} for the term that ends on {termTo}.',
  },
  'notice-too-late': {
    status: 422,
    vi: 'Thông báo ngày {givenOn} quá muộn: hạn cuối là ngày {lastNoticeDay} cho thời hạn đến {termTo}.',
    en: 'Notice on {givenOn} is too late: the last day was {lastNoticeDay} for the term that ends on {termTo}.',
  },
  'notice-for-earlier-term': {
    status: 409,
    vi: 'Thông báo ngày {givenOn} thuộc thời hạn trước; văn bản đã được gia hạn từ ngày {from}.',
    en: 'Notice on {givenOn} belongs to an earlier term; the agreement was renewed from {from}.',
  },
  'notice-not-party': {
    status: 422,
    vi: 'Chỉ một bên của văn bản mới thông báo không gia hạn.',
    en: 'Only a party to the agreement gives notice.',
  },
});
