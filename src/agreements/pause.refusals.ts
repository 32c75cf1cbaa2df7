import { refusalsOf } from '../core/refusal.js';

export const refusePause = refusalsOf('agreement', {
  'already-paused': {
    status: 409,
    vi: 'Văn bản đã tạm dừng từ ngày {from}.',
    en: 'The agreement has been paused since {from}.',
  },
  'not-paused': {
    status: 409,
    vi: 'Văn bản không tạm dừng (hiện: {state}) nên không tiếp tục được.',
    en: 'The agreement is not paused (now: {state}), so it cannot be resumed.',
  },
  'pause-in-future': {
    status: 422,
    vi: 'Ngày tạm dừng {from} sau hôm nay, {today}.',
    en: 'Paused from {from}, which is after today, {today}.',
  },
  'pause-before-in-force': {
    status: 422,
    vi: 'Ngày tạm dừng {from} trước ngày có hiệu lực {inForceFrom}.',
    en: 'Paused from {from}, before entry into force on {inForceFrom}.',
  },
  'pause-overlaps': {
    status: 422,
    vi: 'Ngày tạm dừng {from} nằm trong lần tạm dừng trước, kết thúc khi tiếp tục ngày {resumedOn}.',
    en: 'Paused from {from}, within the pause before, which lasted until {resumedOn}.',
  },
  'resumed-in-future': {
    status: 422,
    vi: 'Ngày tiếp tục {on} sau hôm nay, {today}.',
    en: 'Resumed on {on}, which is after today, {today}.',
  },
  'resumed-before-pause': {
    status: 422,
    vi: 'Ngày tiếp tục {on} trước ngày tạm dừng {from}.',
    en: 'Resumed on {on}, before it was paused from {from}.',
  },
});
