import { refusalsOf } from '../core/refusal.js';

export const refuseActivation = refusalsOf('activation', {
  'already-activated': {
    status: 409,
    vi: 'Văn bản đã được kích hoạt ngày {on}.',
    en: 'The agreement was activated on {on}.',
  },
  'not-signed': {
    status: 409,
    vi: 'Văn bản chưa ký (hiện: {state}) nên chưa kích hoạt được.',
    en: 'The agreement is not signed (now: {state}), so it cannot be activated.',
  },
  'followed-before-in-force': {
    status: 422,
    vi: 'Ngày bắt đầu theo dõi {followedSince} trước ngày có hiệu lực {inForceFrom}.',
    en: 'Followed since {followedSince}, before entry into force on {inForceFrom}.',
  },
  stranger: {
    status: 422,
    vi: '{name} có trách nhiệm trong cam kết «{title}» nhưng không còn là một bên.',
    en: '{name} has a part in the commitment {title} but is no longer a party.',
  },
  'outside-term': {
    status: 422,
    vi: 'Lịch của cam kết «{title}» nằm ngoài thời hạn của văn bản.',
    en: 'The schedule of the commitment {title} lies outside the term of the agreement.',
  },
  'cannot-plan': {
    status: 422,
    vi: 'Chưa lập được kỳ hạn từ lịch {id}: {message}',
    en: 'No dates follow from schedule {id}: {message}',
  },
});

export const refuseEnding = refusalsOf('ending', {
  'in-future': {
    status: 422,
    vi: 'Ngày chấm dứt {on} sau hôm nay {today}.',
    en: 'Ended on {on}, which is after today, {today}.',
  },
  'after-term': {
    status: 422,
    vi: 'Ngày chấm dứt {on} sau ngày hết hạn {termTo}.',
    en: 'Ended on {on}, after its term ended on {termTo}.',
  },
  'before-signing': {
    status: 422,
    vi: 'Ngày chấm dứt {on} trước ngày ký {signedOn}.',
    en: 'Ended on {on}, before it was signed on {signedOn}.',
  },
});

export const refuseForesight = refusalsOf('foresight', {
  'span-reversed': {
    status: 422,
    vi: 'Ngày cuối {to} trước ngày đầu {from}.',
    en: 'The last day {to} comes before the first, {from}.',
  },
  'too-far': {
    status: 422,
    vi: 'Chỉ xem trước được đến ngày {to}.',
    en: 'Dates can be shown up to {to} only.',
  },
});
