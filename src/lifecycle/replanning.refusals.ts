import { refusalsOf } from '../core/refusal.js';

export const refusePreview = refusalsOf('preview', {
  'world-moved': {
    status: 409,
    vi: 'Tình hình đã đổi từ lần xem trước nên kết quả không còn như đã xem. Hãy xem trước lại.',
    en: 'Things have changed since the preview, so the result would be another one. Preview it again.',
  },
  'schedule-unfit': {
    status: 422,
    vi: 'Chế độ sửa như vậy thì lịch báo cáo hoặc chu kỳ sơ kết {id} không còn lập được kỳ hạn.',
    en: 'With this change the schedule or review cycle {id} could no longer be planned.',
  },
});
