import { refusalsOf } from '../core/refusal.js';

export const refuseSweep = refusalsOf('sweep', {
  unknown: { status: 404, vi: 'Không có lần rà soát này.', en: 'There is no such sweep.' },
  'in-future': {
    status: 422,
    vi: 'Không rà soát cho ngày {asOf} sau hôm nay {today}.',
    en: 'No sweep as of {asOf}, which is after today, {today}.',
  },
  busy: {
    status: 409,
    vi: 'Một lần rà soát khác đang chạy.',
    en: 'Another sweep is running.',
  },
});
