import { refusalsOf } from '../core/refusal.js';

export const refuseExtension = refusalsOf('extension', {
  unknown: { status: 404, vi: 'Không có đề nghị gia hạn này.', en: 'There is no such request for an extension.' },
  'not-open': {
    status: 409,
    vi: 'Kỳ báo cáo không còn mở (hiện: {state}) nên không xin gia hạn được.',
    en: 'The report is no longer open (now: {state}), so no extension can be asked for.',
  },
  'set-aside': {
    status: 409,
    vi: 'Kỳ báo cáo đang được để riêng (hiện: {state}) nên không gia hạn được.',
    en: 'The report is set aside (now: {state}), so it cannot be extended.',
  },
  'asked-already': {
    status: 409,
    vi: 'Đã có đề nghị gia hạn đến {to} đang chờ quyết định.',
    en: 'An extension to {to} has been asked for and awaits a decision.',
  },
  'not-later': {
    status: 422,
    vi: 'Ngày gia hạn {to} không sau hạn hiện nay, {due}.',
    en: 'Extended to {to}, which is not after the present due date, {due}.',
  },
  'in-past': {
    status: 422,
    vi: 'Ngày gia hạn {to} trước hôm nay, {today}.',
    en: 'Extended to {to}, which is before today, {today}.',
  },
});
