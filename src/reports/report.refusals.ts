import { refusalsOf } from '../core/refusal.js';

export const refuseReport = refusalsOf('report', {
  unknown: { status: 404, vi: 'Không có kỳ báo cáo này.', en: 'There is no such due report.' },
  'submission-unknown': { status: 404, vi: 'Không có bản báo cáo này.', en: 'There is no such submission.' },
  'evidence-unknown': { status: 404, vi: 'Không có minh chứng này.', en: 'There is no such evidence.' },
  'owes-nothing': {
    status: 422,
    vi: 'Cơ quan {name} không phải báo cáo kỳ này.',
    en: 'The body {name} does not owe this report.',
  },
  'draft-open': {
    status: 409,
    vi: 'Đang có bản nháp của lần gửi thứ {round}; hãy gửi hoặc xóa bản đó trước.',
    en: 'A draft of round {round} is open; file it or discard it first.',
  },
  'too-early': {
    status: 422,
    vi: 'Ngày {day} còn trước kỳ số liệu, bắt đầu ngày {windowStart}.',
    en: '{day} is before the reporting period, which starts on {windowStart}.',
  },
  'in-future': { status: 422, vi: 'Ngày {day} sau hôm nay, {today}.', en: '{day} is after today, {today}.' },
  'day-on-electronic': {
    status: 422,
    vi: 'Báo cáo gửi điện tử lấy ngày gửi; chỉ báo cáo giấy mới có ngày nhận và ngày gửi bưu điện.',
    en: 'An electronic report counts on the day it is sent; only paper has a day received and a postmark.',
  },
  'paper-by-office': {
    status: 403,
    vi: 'Báo cáo giấy do văn thư, chuyên viên nhập; đơn vị gửi báo cáo điện tử.',
    en: 'A paper report is entered by the office staff; the unit itself files electronically.',
  },
  'received-on-missing': {
    status: 422,
    vi: 'Báo cáo giấy cần ngày nhận hoặc ngày gửi bưu điện.',
    en: 'A paper report needs the day it was received or its postmark.',
  },
  'sent-after-received': {
    status: 422,
    vi: 'Ngày gửi {sentOn} sau ngày nhận {receivedOn}.',
    en: 'Sent on {sentOn}, after it was received on {receivedOn}.',
  },
  empty: {
    status: 422,
    vi: 'Báo cáo chưa có kết quả hoặc số liệu. Nếu không có gì phát sinh, hãy chọn «không phát sinh».',
    en: 'The report says nothing and has no figure. If nothing happened, say that there is nothing to report.',
  },
  'resubmit-in-past': {
    status: 422,
    vi: 'Hạn gửi lại {day} trước hôm nay, {today}.',
    en: 'The day to send it again, {day}, is before today, {today}.',
  },
  'secret-not-excluded': {
    status: 422,
    vi: 'Hãy xác nhận tệp không chứa bí mật nhà nước. Sổ này không nhận tài liệu mật.',
    en: 'Confirm that the file holds no state secret. This register takes no secret document.',
  },
  'nobody-reports': {
    status: 422,
    vi: 'Chưa có cơ quan chủ trì hoặc cơ quan báo cáo.',
    en: 'No body leads or reports.',
  },
  'no-start': { status: 422, vi: 'Chưa có ngày có hiệu lực.', en: 'The day of entry into force is not known.' },
  'schedule-unknown': { status: 404, vi: 'Không có lịch báo cáo này.', en: 'There is no such schedule.' },
  'agreement-paused': {
    status: 409,
    vi: 'Văn bản đang tạm dừng; hãy làm việc này sau khi văn bản được tiếp tục.',
    en: 'The agreement is paused; do this after it has been resumed.',
  },
  'not-by-event': {
    status: 409,
    vi: 'Lịch này báo cáo theo kỳ ({frequency}), không theo sự kiện hay yêu cầu.',
    en: 'This schedule reports by period ({frequency}), not on an event or on request.',
  },
  'due-on-missing': { status: 422, vi: 'Cần nêu hạn gửi báo cáo.', en: 'Name the day the report is due.' },
  'due-on-fixed': {
    status: 422,
    vi: 'Hạn gửi do lịch định sẵn khi có sự kiện, không nhập tay.',
    en: 'The schedule itself sets the due day of an event.',
  },
  'due-before-request': {
    status: 422,
    vi: 'Hạn gửi {dueOn} trước ngày yêu cầu {on}.',
    en: 'Due on {dueOn}, before it was asked for on {on}.',
  },
  'event-outside-term': {
    status: 422,
    vi: 'Ngày {on} nằm ngoài thời gian thực hiện ({from} – {to}).',
    en: '{on} lies outside the time in which this is carried out ({from} – {to}).',
  },
  'event-known': {
    status: 409,
    vi: 'Đã ghi sự kiện ngày {on} cho lịch này.',
    en: 'An event of {on} has already been entered for this schedule.',
  },
});
