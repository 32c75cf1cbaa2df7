import { refusalsOf } from '../core/refusal.js';

export const refuseCycle = refusalsOf('review-cycle', {
  unknown: { status: 404, vi: 'Không có chu kỳ sơ kết, tổng kết này.', en: 'There is no such review cycle.' },
  'agreement-over': {
    status: 409,
    vi: 'Văn bản đã kết thúc ({state}), không thêm hay sửa chu kỳ.',
    en: 'The agreement is over ({state}); its review cycles no longer change.',
  },
  closed: {
    status: 409,
    vi: 'Chu kỳ đã đóng ngày {on}.',
    en: 'The review cycle was closed on {on}.',
  },
  'already-held': {
    status: 409,
    vi: 'Đã có cuộc họp ngày {heldOn} theo chu kỳ này, không đổi kỳ hạn được nữa; hãy lập chu kỳ mới.',
    en: 'A review of this cycle was held on {heldOn}, so its interval no longer changes; add a new cycle.',
  },
  'in-force': {
    status: 409,
    vi: 'Văn bản đã được kích hoạt ({state}) nên không xóa chu kỳ; có thể sửa chu kỳ hoặc ghi sửa đổi, bổ sung.',
    en: 'The agreement has been activated ({state}), so its review cycles are not deleted; change the cycle or amend.',
  },
  'has-reviews': {
    status: 409,
    vi: 'Đã có kỳ sơ kết, tổng kết theo chu kỳ này nên không xóa được.',
    en: 'There are reviews of this cycle, so it is not deleted.',
  },
  'last-held-unfit': {
    status: 422,
    vi: 'Tần suất {frequency} không tính được từ lần họp trước.',
    en: 'The frequency {frequency} cannot be counted from the last review held.',
  },
  'last-held-window': {
    status: 422,
    vi: 'Tính từ lần họp trước thì khoảng thời gian phải là ANCHOR và không có mốc năm.',
    en: 'Counted from the last review held, the window is ANCHOR and there are no milestones.',
  },
  'outside-term': {
    status: 422,
    vi: 'Ngày {date} nằm ngoài thời hạn của văn bản ({from} – {to}).',
    en: '{date} lies outside the term of the agreement ({from} – {to}).',
  },
  'no-host': {
    status: 422,
    vi: 'Chưa rõ cơ quan chủ trì cuộc họp: văn bản chưa có bên nào.',
    en: 'Nobody hosts the review: the agreement has no party yet.',
  },
  'commitment-elsewhere': {
    status: 422,
    vi: 'Cam kết không thuộc văn bản này.',
    en: 'The commitment does not belong to this agreement.',
  },
  'clause-elsewhere': {
    status: 422,
    vi: 'Điều khoản không thuộc văn bản này.',
    en: 'The clause does not belong to this agreement.',
  },
  'no-start': { status: 422, vi: 'Chưa có ngày có hiệu lực.', en: 'The day of entry into force is not known.' },
  'cannot-plan': {
    status: 422,
    vi: 'Chưa lập được ngày họp: {message}',
    en: 'No dates follow from this cycle: {message}',
  },
});

export const refuseReview = refusalsOf('review', {
  unknown: { status: 404, vi: 'Không có cuộc sơ kết, tổng kết này.', en: 'There is no such review.' },
  'planned-in-past': {
    status: 422,
    vi: 'Ngày dự kiến {on} trước hôm nay, {today}.',
    en: 'Planned for {on}, which is before today, {today}.',
  },
  'held-in-future': {
    status: 422,
    vi: 'Ngày họp {heldOn} sau hôm nay, {today}.',
    en: 'Held on {heldOn}, which is after today, {today}.',
  },
  'held-before-in-force': {
    status: 422,
    vi: 'Ngày họp {heldOn} trước ngày văn bản có hiệu lực, {inForceFrom}.',
    en: 'Held on {heldOn}, before the agreement entered into force on {inForceFrom}.',
  },
  'held-before-last': {
    status: 422,
    vi: 'Ngày họp {heldOn} trước lần họp trước, {lastHeldOn}, mà kỳ này tính từ đó.',
    en: 'Held on {heldOn}, before the last review on {lastHeldOn} from which this one is counted.',
  },
  'held-after-follow-up': {
    status: 422,
    vi: 'Ngày họp {heldOn} sau hạn {dueOn} của một việc đã giao tại cuộc họp.',
    en: 'Held on {heldOn}, after {dueOn}, by which a follow-up of this review is due.',
  },
  'earlier-without-outcome': {
    status: 409,
    vi: 'Cuộc họp ngày {heldOn} của chu kỳ này chưa có kết luận; chưa quyết định thì chưa có kỳ sau.',
    en: 'The review held on {heldOn} in this cycle has no outcome yet; no outcome, no next review.',
  },
  'side-not-party': {
    status: 422,
    vi: 'Cơ quan này không phải một bên của văn bản hay đơn vị chủ trì cuộc họp.',
    en: 'This body is neither a party to the agreement nor the host of the review.',
  },
  'clause-elsewhere': {
    status: 422,
    vi: 'Điều khoản không thuộc văn bản này.',
    en: 'The clause does not belong to this agreement.',
  },
  'not-held': {
    status: 409,
    vi: 'Cuộc họp chưa diễn ra (hiện: {state}).',
    en: 'The review has not been held (now: {state}).',
  },
  'has-outcome': {
    status: 409,
    vi: 'Cuộc họp ngày {heldOn} đã có kết luận.',
    en: 'The review held on {heldOn} already has its outcome.',
  },
  'decided-before-held': {
    status: 422,
    vi: 'Ngày kết luận {decidedOn} trước ngày họp {heldOn}.',
    en: 'Decided on {decidedOn}, before the review was held on {heldOn}.',
  },
  'decided-in-future': {
    status: 422,
    vi: 'Ngày kết luận {decidedOn} sau hôm nay, {today}.',
    en: 'Decided on {decidedOn}, which is after today, {today}.',
  },
  'term-missing': {
    status: 422,
    vi: 'Gia hạn thì phải nêu ngày hết hạn mới.',
    en: 'An extension needs the new last day of the term.',
  },
  'term-not-later': {
    status: 422,
    vi: 'Ngày hết hạn mới {newTermTo} phải sau {termTo}.',
    en: 'The new last day {newTermTo} must come after {termTo}.',
  },
  'term-unasked': {
    status: 422,
    vi: 'Chỉ gia hạn mới có ngày hết hạn mới; quyết định là {decision}.',
    en: 'Only an extension has a new last day; the decision is {decision}.',
  },
  'no-minutes': { status: 404, vi: 'Cuộc họp chưa có biên bản.', en: 'The review has no minutes yet.' },
  'minutes-final': {
    status: 409,
    vi: 'Cuộc họp đã có kết luận nên biên bản không thay được nữa.',
    en: 'The review has its outcome, so its minutes can no longer be replaced.',
  },
});

export const refuseFollowUp = refusalsOf('follow-up', {
  unknown: { status: 404, vi: 'Không có việc cần làm này.', en: 'There is no such follow-up.' },
  'due-before-held': {
    status: 422,
    vi: 'Hạn {dueOn} trước ngày họp {heldOn}.',
    en: 'Due on {dueOn}, before the review was held on {heldOn}.',
  },
  'done-before-held': {
    status: 422,
    vi: 'Ngày hoàn thành {doneOn} trước ngày họp {heldOn}.',
    en: 'Done on {doneOn}, before the review was held on {heldOn}.',
  },
  'done-in-future': {
    status: 422,
    vi: 'Ngày hoàn thành {doneOn} sau hôm nay, {today}.',
    en: 'Done on {doneOn}, which is after today, {today}.',
  },
});
