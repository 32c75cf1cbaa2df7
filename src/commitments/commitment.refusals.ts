import { refusalsOf } from '../core/refusal.js';

export const refuseCommitment = refusalsOf('commitment', {
  unknown: { status: 404, vi: 'Không có cam kết này.', en: 'There is no such commitment.' },
  'not-in-agreement': {
    status: 422,
    vi: 'Cam kết không thuộc văn bản này.',
    en: 'The commitment does not belong to this agreement.',
  },
  'body-not-party': {
    status: 422,
    vi: 'Cơ quan này không phải một bên của văn bản nên không thể chủ trì hay phối hợp.',
    en: 'This body is not a party to the agreement, so it can neither lead nor coordinate.',
  },
  'body-twice': {
    status: 422,
    vi: 'Một cơ quan được ghi hai lần cho cùng một thời gian.',
    en: 'One body stands twice for the same time.',
  },
  'dates-reversed': { status: 422, vi: 'Ngày cuối trước ngày đầu.', en: 'The last day comes before the first.' },
  'has-duties': {
    status: 409,
    vi: 'Cam kết đã có kỳ báo cáo, không xóa được.',
    en: 'The commitment has due reports, so it cannot be deleted.',
  },
  'agreement-over': {
    status: 409,
    vi: 'Văn bản đã kết thúc ({state}), không thêm hay sửa cam kết.',
    en: 'The agreement is over ({state}); its commitments no longer change.',
  },
});

export const refuseSchedule = refusalsOf('commitment-schedule', {
  unknown: { status: 404, vi: 'Không có lịch báo cáo này.', en: 'There is no such schedule.' },
  'not-in-agreement': {
    status: 422,
    vi: 'Lịch báo cáo không thuộc văn bản này.',
    en: 'The schedule does not belong to this agreement.',
  },
  'outside-term': {
    status: 422,
    vi: 'Lịch ({date}) nằm ngoài thời hạn của văn bản ({from} – {to}).',
    en: 'The schedule ({date}) lies outside the term of the agreement ({from} – {to}).',
  },
  'dates-reversed': { status: 422, vi: 'Ngày cuối trước ngày đầu.', en: 'The last day comes before the first.' },
  'scheme-unknown': { status: 422, vi: 'Không có chế độ báo cáo này.', en: 'There is no such reporting scheme.' },
  'reporter-not-involved': {
    status: 422,
    vi: 'Cơ quan này không phải một bên của văn bản nên không phải báo cáo.',
    en: 'This body is not a party to the agreement, so it owes no report.',
  },
  'reporter-twice': { status: 422, vi: 'Một cơ quan được ghi hai lần.', en: 'One body stands twice.' },
  'tier-without-reporter': {
    status: 422,
    vi: 'Cấp báo cáo {tier} chưa có cơ quan nào.',
    en: 'No body reports in tier {tier}.',
  },
  'nobody-reports': {
    status: 422,
    vi: 'Chưa rõ ai báo cáo: hãy nêu cơ quan chủ trì của cam kết hoặc nơi báo cáo của lịch.',
    en: 'Nobody reports: name a lead of the commitment or a reporter of the schedule.',
  },
  'already-planned': {
    status: 409,
    vi: 'Lịch đã có kỳ báo cáo; hãy xem trước (previews) kỳ nào giữ, dời, thêm, bỏ rồi mới sửa (revisions).',
    en: 'Reports are planned from this schedule; preview what is kept, moved, added and dropped (previews), then apply it (revisions).',
  },
});
