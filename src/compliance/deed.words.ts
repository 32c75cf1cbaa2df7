interface Words {
  vi: string;
  en: string;
}

/** Each deed that is noted, in words; test/fences/deeds finds one that is missing. */
const DEEDS: Readonly<Record<string, Words>> = {
  'agreement.registered': { vi: 'Đăng ký văn bản', en: 'Agreement registered' },
  'agreement.changed': { vi: 'Sửa văn bản', en: 'Agreement changed' },
  'agreement.deleted': { vi: 'Xóa bản nháp', en: 'Draft deleted' },
  'agreement.drafted': { vi: 'Mở bản nháp từ văn bản khác', en: 'Draft opened from another agreement' },
  'agreement.sign': { vi: 'Ký kết', en: 'Signed' },
  'agreement.begin': { vi: 'Bắt đầu có hiệu lực', en: 'Entered into force' },
  'agreement.near_end': { vi: 'Sắp hết hiệu lực', en: 'Soon to expire' },
  'agreement.extend': { vi: 'Gia hạn', en: 'Term extended' },
  'agreement.extended': { vi: 'Gia hạn', en: 'Term extended' },
  'agreement.end': { vi: 'Hết hiệu lực', en: 'Ended' },
  'agreement.replace': { vi: 'Được thay thế', en: 'Replaced' },
  'agreement.terminate': { vi: 'Chấm dứt', en: 'Terminated' },
  'agreement.pause': { vi: 'Tạm dừng', en: 'Paused' },
  'agreement.resume': { vi: 'Thực hiện tiếp', en: 'Resumed' },
  'agreement.renew': { vi: 'Gia hạn', en: 'Renewed' },
  'agreement.renewal-notice': { vi: 'Báo không gia hạn', en: 'Notice that it is not renewed' },
  'agreement.amended': { vi: 'Sửa đổi, bổ sung bằng văn bản', en: 'Amended by a document' },
  'agreement.succession-decided': { vi: 'Xác định cơ quan kế thừa', en: 'Succession decided' },
  'agreement.history-imported': { vi: 'Nhập số liệu quá khứ', en: 'Past filings imported' },
  'agreement.planned': { vi: 'Lập các kỳ báo cáo', en: 'Due reports planned' },
  'agreement.reviews-planned': { vi: 'Lập các kỳ sơ kết, tổng kết, giao ban', en: 'Reviews planned' },
  'document.added': { vi: 'Thêm tài liệu', en: 'Document added' },
  'document.removed': { vi: 'Gỡ tài liệu', en: 'Document removed' },
  'document.downloaded': { vi: 'Tải tài liệu về', en: 'Document downloaded' },
  'clause.appended': { vi: 'Nhập điều khoản', en: 'Clauses entered' },
  'clause.changed': { vi: 'Sửa điều khoản', en: 'Clause changed' },
  'clause.deleted': { vi: 'Xóa điều khoản', en: 'Clause deleted' },
  'commitment.added': { vi: 'Thêm cam kết', en: 'Commitment added' },
  'commitment.changed': { vi: 'Sửa cam kết', en: 'Commitment changed' },
  'commitment.deleted': { vi: 'Xóa cam kết', en: 'Commitment deleted' },
  'commitment.ended': { vi: 'Cam kết hết thực hiện', en: 'Commitment ended' },
  'schedule.added': { vi: 'Thêm lịch báo cáo', en: 'Schedule added' },
  'schedule.changed': { vi: 'Sửa lịch báo cáo', en: 'Schedule changed' },
  'schedule.deleted': { vi: 'Xóa lịch báo cáo', en: 'Schedule deleted' },
  'schedule.ended': { vi: 'Lịch báo cáo hết áp dụng', en: 'Schedule ended' },
  'schedule.revised': { vi: 'Đổi lịch báo cáo', en: 'Schedule revised' },
  'schedule.occurrences-dropped': { vi: 'Bỏ các kỳ báo cáo chưa đến', en: 'Coming due reports dropped' },
  'schedule.planned': { vi: 'Lập các kỳ báo cáo của lịch', en: 'Due reports of the schedule planned' },
  'schedule.event': { vi: 'Ghi sự kiện hoặc yêu cầu báo cáo', en: 'Event or request for reports entered' },
  'occurrence.waived': { vi: 'Miễn một kỳ báo cáo', en: 'Due report waived' },
  'extension.asked': { vi: 'Xin lùi hạn', en: 'Extension asked' },
  'extension.granted': { vi: 'Cho lùi hạn', en: 'Extension granted' },
  'extension.refused': { vi: 'Không cho lùi hạn', en: 'Extension refused' },
  'submission.drafted': { vi: 'Viết nháp báo cáo', en: 'Report drafted' },
  'submission.changed': { vi: 'Sửa nháp báo cáo', en: 'Draft report changed' },
  'submission.discarded': { vi: 'Bỏ nháp báo cáo', en: 'Draft report thrown away' },
  'submission.submitted': { vi: 'Gửi báo cáo', en: 'Report filed' },
  'submission.accepted': { vi: 'Nhận báo cáo', en: 'Report accepted' },
  'submission.returned': { vi: 'Trả lại báo cáo', en: 'Report returned' },
  'submission.imported': { vi: 'Nhập báo cáo đã gửi trước đây', en: 'Earlier filing imported' },
  'evidence.added': { vi: 'Thêm minh chứng', en: 'Evidence added' },
  'evidence.removed': { vi: 'Gỡ minh chứng', en: 'Evidence removed' },
  'evidence.downloaded': { vi: 'Tải minh chứng về', en: 'Evidence downloaded' },
  'review-cycle.added': { vi: 'Thêm lịch sơ kết, tổng kết, giao ban', en: 'Review cycle added' },
  'review-cycle.changed': { vi: 'Sửa lịch sơ kết, tổng kết, giao ban', en: 'Review cycle changed' },
  'review-cycle.planned': { vi: 'Lập các kỳ của lịch', en: 'Reviews of the cycle planned' },
  'review.planned': { vi: 'Ấn định ngày họp', en: 'Meeting planned' },
  'review.held': { vi: 'Ghi cuộc họp đã tổ chức', en: 'Meeting held' },
  'review.changed': { vi: 'Sửa ghi chép cuộc họp', en: 'Record of the meeting changed' },
  'review.concluded': { vi: 'Kết luận sơ kết, tổng kết', en: 'Outcome decided' },
  'review.minutes-kept': { vi: 'Lưu biên bản', en: 'Minutes kept' },
  'review.minutes-downloaded': { vi: 'Tải biên bản về', en: 'Minutes downloaded' },
  'follow-up.added': { vi: 'Giao việc sau họp', en: 'Follow-up set' },
  'follow-up.completed': { vi: 'Xong việc sau họp', en: 'Follow-up done' },
  'follow-up.cancelled': { vi: 'Hủy việc sau họp', en: 'Follow-up cancelled' },
  'body.registered': { vi: 'Đăng ký cơ quan', en: 'Body registered' },
  'body.changed': { vi: 'Sửa cơ quan', en: 'Body changed' },
  'body.renamed': { vi: 'Đổi tên cơ quan', en: 'Body renamed' },
  'body.merged': { vi: 'Sáp nhập, hợp nhất cơ quan', en: 'Bodies merged' },
  'body.split': { vi: 'Chia, tách cơ quan', en: 'Body split' },
  'body.dissolved': { vi: 'Giải thể cơ quan', en: 'Body dissolved' },
  'body.transferred': { vi: 'Chuyển cơ quan', en: 'Body transferred' },
  'reporting-scheme.added': { vi: 'Thêm chế độ báo cáo', en: 'Reporting scheme added' },
  'reporting-scheme.changed': { vi: 'Sửa chế độ báo cáo', en: 'Reporting scheme changed' },
  'reporting-scheme.revised': { vi: 'Đổi chế độ báo cáo', en: 'Reporting scheme revised' },
  'calendar-day.set': { vi: 'Ghi ngày nghỉ hoặc ngày làm bù', en: 'Day of the calendar set' },
  'calendar-day.removed': { vi: 'Bỏ ngày nghỉ hoặc ngày làm bù', en: 'Day of the calendar removed' },
  'calendar-year.set': { vi: 'Xác nhận lịch năm', en: 'Year of the calendar set' },
  'member.registered': { vi: 'Thêm người dùng', en: 'Member registered' },
  'seat.created': { vi: 'Lập vị trí công tác', en: 'Seat created' },
  'seat.taken': { vi: 'Nhận vị trí công tác', en: 'Seat taken' },
  'seat.left': { vi: 'Rời vị trí công tác', en: 'Seat left' },
  'sweep.started': { vi: 'Chạy rà soát', en: 'Sweep started' },
  'audit.verified': { vi: 'Kiểm tra nhật ký', en: 'Audit trail verified' },
};

/** Deeds that change nothing: the audit trail shows them, the history of a record does not. */
export const READINGS = ['document.downloaded', 'evidence.downloaded', 'review.minutes-downloaded'];

/** A deed that has no words yet is named by its code. */
export function deedWords(what: string): Words {
  return DEEDS[what] ?? { vi: what, en: what };
}

export function hasWords(what: string): boolean {
  return Object.hasOwn(DEEDS, what);
}
