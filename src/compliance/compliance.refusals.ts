import { refusalsOf } from '../core/refusal.js';

export const refuseCompliance = refusalsOf('compliance', {
  'boxes-do-not-add-up': {
    status: 409,
    vi: 'Số liệu không khớp, không đưa ra được: đúng hạn {doneOnTime} + quá hạn {doneLate} + chưa hoàn thành trong hạn {inTerm} + chưa hoàn thành quá hạn {overdue} ≠ tổng số {total}.',
    en: 'The figures do not add up and are not shown: on time {doneOnTime} + late {doneLate} + in term {inTerm} + overdue {overdue} ≠ total {total}.',
  },
  'rows-do-not-add-up': {
    status: 409,
    vi: 'Số liệu không khớp, không đưa ra được: cộng các dòng được {sum}, tổng số là {total}.',
    en: 'The figures do not add up and are not shown: the rows make {sum}, the total is {total}.',
  },
  'dates-reversed': {
    status: 422,
    vi: 'Khoảng thời gian kết thúc ({to}) trước khi bắt đầu ({from}).',
    en: 'The span ends ({to}) before it starts ({from}).',
  },
  'span-too-long': {
    status: 422,
    vi: 'Khoảng thời gian dài nhất là {max} ngày.',
    en: 'The span has at most {max} days.',
  },
  'as-of-in-future': {
    status: 422,
    vi: 'Ngày {asOf} sau hôm nay, {today}: chưa có gì để tổng hợp.',
    en: '{asOf} is after today, {today}: there is nothing to sum up yet.',
  },
  'compare-needs-span': {
    status: 422,
    vi: 'So với kỳ trước thì cần cả ngày đầu và ngày cuối của kỳ này.',
    en: 'To compare with the span before, name the first and the last day of this one.',
  },
  'unknown-body': { status: 422, vi: 'Cơ quan {id} không có trong sổ.', en: 'The body {id} is not in the register.' },
  'unknown-agreement': {
    status: 422,
    vi: 'Văn bản phối hợp {id} không có trong sổ.',
    en: 'The agreement {id} is not in the register.',
  },
});
