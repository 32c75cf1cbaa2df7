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
  'agreement.planned': { vi: 'Lập các kỳ báo cáo', en: 'Due reports planned' },
  'agreement.reviews-planned': { vi: 'Lập các kỳ sơ kết, tổng kết, giao ban', en: 'Reviews planned' },
  'document.added': { vi: 'Thêm tài liệu', en: 'Document added' },
  'document.removed': { vi: 'Gỡ tài liệu', en: 'Document removed' },
  'clause.appended': { vi: 'Nhập điều khoản', en: 'Clauses entered' },
  'clause.changed': { vi: 'Sửa điều khoản', en: 'Clause changed' },
  'clause.deleted': { vi: 'Xóa điều khoản', en: 'Clause deleted' },
  'commitment.added': { vi: 'Thêm cam kết', en: 'Commitment added' },
  'commitment.changed': { vi: 'Sửa cam kết', en: 'Commitment changed' },
  'commitment.deleted': { vi: 'Xóa cam kết', en: 'Commitment deleted' },
  'schedule.added': { vi: 'Thêm lịch báo cáo', en: 'Schedule added' },
  'schedule.changed': { vi: 'Sửa lịch báo cáo', en: 'Schedule changed' },
  'schedule.deleted': { vi: 'Xóa lịch báo cáo', en: 'Schedule deleted' },
  'schedule.planned': { vi: 'Lập các kỳ báo cáo của lịch', en: 'Due reports of the schedule planned' },
  'schedule.event': { vi: 'Ghi sự kiện hoặc yêu cầu báo cáo', en: 'Event or request for reports entered' },
  'occurrence.waived': { vi: 'Miễn một kỳ báo cáo', en: 'Due report waived' },
  'submission.drafted': { vi: 'Viết nháp báo cáo', en: 'Report drafted' },
  'submission.changed': { vi: 'Sửa nháp báo cáo', en: 'Draft report changed' },
  'submission.discarded': { vi: 'Bỏ nháp báo cáo', en: 'Draft report thrown away' },
  'submission.submitted': { vi: 'Gửi báo cáo', en: 'Report filed' },
  'submission.accepted': { vi: 'Nhận báo cáo', en: 'Report accepted' },
  'submission.returned': { vi: 'Trả lại báo cáo', en: 'Report returned' },
  'evidence.added': { vi: 'Thêm minh chứng', en: 'Evidence added' },
  'evidence.removed': { vi: 'Gỡ minh chứng', en: 'Evidence removed' },
  'review-cycle.added': { vi: 'Thêm lịch sơ kết, tổng kết, giao ban', en: 'Review cycle added' },
  'review-cycle.changed': { vi: 'Sửa lịch sơ kết, tổng kết, giao ban', en: 'Review cycle changed' },
  'review-cycle.planned': { vi: 'Lập các kỳ của lịch', en: 'Reviews of the cycle planned' },
  'review.planned': { vi: 'Ấn định ngày họp', en: 'Meeting planned' },
  'review.held': { vi: 'Ghi cuộc họp đã tổ chức', en: 'Meeting held' },
  'review.changed': { vi: 'Sửa ghi chép cuộc họp', en: 'Record of the meeting changed' },
  'review.concluded': { vi: 'Kết luận sơ kết, tổng kết', en: 'Outcome decided' },
  'review.minutes-kept': { vi: 'Lưu biên bản', en: 'Minutes kept' },
  'follow-up.added': { vi: 'Giao việc sau họp', en: 'Follow-up set' },
  'follow-up.completed': { vi: 'Xong việc sau họp', en: 'Follow-up done' },
  'follow-up.cancelled': { vi: 'Hủy việc sau họp', en: 'Follow-up cancelled' },
  'body.registered': { vi: 'Đăng ký cơ quan', en: 'Body registered' },
  'body.changed': { vi: 'Sửa cơ quan', en: 'Body changed' },
  'reporting-scheme.added': { vi: 'Thêm chế độ báo cáo', en: 'Reporting scheme added' },
  'reporting-scheme.changed': { vi: 'Sửa chế độ báo cáo', en: 'Reporting scheme changed' },
  'calendar-day.set': { vi: 'Ghi ngày nghỉ hoặc ngày làm bù', en: 'Day of the calendar set' },
  'calendar-day.removed': { vi: 'Bỏ ngày nghỉ hoặc ngày làm bù', en: 'Day of the calendar removed' },
  'calendar-year.set': { vi: 'Xác nhận lịch năm', en: 'Year of the calendar set' },
};

/** A deed that has no words yet is named by its code. */
export function deedWords(what: string): Words {
  return DEEDS[what] ?? { vi: what, en: what };
}

export function hasWords(what: string): boolean {
  return Object.hasOwn(DEEDS, what);
}
