import { refusalsOf } from '../core/refusal.js';

export const refuseDocument = refusalsOf('document', {
  unknown: { status: 404, vi: 'Không có tài liệu này.', en: 'There is no such document.' },
  'signed-text-stays': {
    status: 409,
    vi: 'Bản đã ký của văn bản được giữ lại, không xóa.',
    en: 'The signed text of an agreement is kept and cannot be removed.',
  },
});
