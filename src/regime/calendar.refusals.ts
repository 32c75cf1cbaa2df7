import { refusalsOf } from '../core/refusal.js';

export const refuseCalendar = refusalsOf('calendar', {
  'day-twice': { status: 422, vi: 'Ngày {date} được ghi hai lần.', en: '{date} stands twice.' },
  'year-twice': { status: 422, vi: 'Năm {year} được ghi hai lần.', en: 'The year {year} stands twice.' },
  'name-needed': { status: 422, vi: 'Ngày {date} cần có tên.', en: 'The day {date} needs its name.' },
  'nothing-to-change': {
    status: 422,
    vi: 'Chưa nêu ngày hay năm nào để thay đổi.',
    en: 'No day and no year is named to change.',
  },
  'no-row': { status: 404, vi: 'Lịch không có dòng nào cho ngày {date}.', en: 'The calendar has no row for {date}.' },
  'already-worked': {
    status: 422,
    vi: 'Ngày {date} không phải Thứ Bảy nên không thể là ngày làm bù. Nếu không còn nghỉ, hãy xóa dòng của ngày này.',
    en: '{date} is no Saturday and cannot be worked in exchange. If it is no longer off, delete its row.',
  },
  'sunday-not-worked': {
    status: 422,
    vi: 'Ngày {date} là Chủ nhật: chỉ Thứ Bảy được làm bù.',
    en: '{date} is a Sunday: only a Saturday is worked in exchange.',
  },
  'already-off': {
    status: 422,
    vi: 'Ngày {date} là Chủ nhật, vốn đã nghỉ, nên không thể là ngày nghỉ bù hay nghỉ hoán đổi.',
    en: '{date} is a Sunday and off already: it cannot be given as a day off instead.',
  },
  'basis-needed': {
    status: 422,
    vi: 'Ngày hoán đổi phải có căn cứ (văn bản quyết định hoán đổi).',
    en: 'A swapped day needs its basis: the decision that swapped it.',
  },
  'counts-too-far': {
    status: 422,
    vi: 'Ngày tính được nằm ngoài 1900–2200.',
    en: 'The day counted to lies outside 1900 to 2200.',
  },
});
