import { refusalsOf } from '../core/refusal.js';

export const refuseHistory = refusalsOf('history', {
  'commitment-elsewhere': {
    status: 422,
    vi: 'Nhiệm vụ này không thuộc văn bản.',
    en: 'This commitment does not belong to the agreement.',
  },
  'no-such-period': {
    status: 422,
    vi: 'Nhiệm vụ không có kỳ báo cáo {periodKey} phải gửi.',
    en: 'No report on {periodKey} is owed for this commitment.',
  },
  'which-report': {
    status: 422,
    vi: 'Kỳ {periodKey} có {count} báo cáo; hãy nêu cơ quan hoặc lịch báo cáo.',
    en: 'There are {count} reports on {periodKey}; name the body or the schedule.',
  },
  'filed-twice': {
    status: 422,
    vi: 'Báo cáo này đã có ở dòng {row}.',
    en: 'This report stands in row {row} already.',
  },
  'has-submission': {
    status: 409,
    vi: 'Kỳ {periodKey} đã có bản báo cáo trong sổ.',
    en: 'The register holds a submission on {periodKey} already.',
  },
  'set-aside': {
    status: 409,
    vi: 'Kỳ {periodKey} không nhận báo cáo (hiện: {state}).',
    en: 'No report is taken on {periodKey} (now: {state}).',
  },
  'before-in-force': {
    status: 422,
    vi: 'Ngày bắt đầu theo dõi {followedSince} trước ngày có hiệu lực {inForceFrom}.',
    en: 'Followed since {followedSince}, before entry into force on {inForceFrom}.',
  },
  'not-earlier': {
    status: 422,
    vi: 'Văn bản đã được theo dõi từ ngày {before}; ngày bắt đầu theo dõi chỉ lùi về trước, không dời lại sau ({followedSince}).',
    en: 'Followed since {before} already; that day only moves back, not forward to {followedSince}.',
  },
});
