import { refusalsOf } from '../core/refusal.js';

export const refuseAmendment = refusalsOf('amendment', {
  'not-in-force': {
    status: 409,
    vi: 'Văn bản không ở trạng thái có hiệu lực (hiện: {state}) nên không sửa đổi được.',
    en: 'The agreement is not in force (now: {state}), so it cannot be amended.',
  },
  'before-agreement': {
    status: 422,
    vi: 'Ngày sửa đổi có hiệu lực {effectiveFrom} trước ngày văn bản có hiệu lực {inForceFrom}.',
    en: 'The amendment takes effect on {effectiveFrom}, before the agreement does on {inForceFrom}.',
  },
  'after-term': {
    status: 422,
    vi: 'Ngày sửa đổi có hiệu lực {effectiveFrom} sau ngày hết hạn của văn bản {termTo}.',
    en: 'The amendment takes effect on {effectiveFrom}, after the agreement ends on {termTo}.',
  },
  empty: {
    status: 422,
    vi: 'Văn bản sửa đổi phải thay đổi ít nhất một điều khoản, cam kết hoặc lịch báo cáo.',
    en: 'An amendment changes at least one clause, commitment or schedule.',
  },
  'names-one-document': {
    status: 422,
    vi: 'Hãy chỉ văn bản sửa đổi trong sổ hoặc ghi tên văn bản ngoài sổ, không cả hai.',
    en: 'Point to the amending document in the register or name one outside it, not both.',
  },
  'document-unknown': {
    status: 422,
    vi: 'Văn bản sửa đổi không có trong sổ.',
    en: 'The amending document is not in the register.',
  },
  'document-not-linked': {
    status: 422,
    vi: 'Văn bản {title} chưa được liên kết là sửa đổi văn bản này.',
    en: 'The document {title} is not linked as amending this agreement.',
  },
  'document-not-signed': {
    status: 409,
    vi: 'Văn bản sửa đổi {title} chưa ký nên chưa làm thay đổi gì.',
    en: 'The amending document {title} is not signed, so it changes nothing yet.',
  },
  'field-missing': { status: 422, vi: 'Mục {op} cần trường {field}.', en: 'For {op} the field {field} is needed.' },
  'key-unknown': {
    status: 422,
    vi: 'Không có mục nào trong văn bản sửa đổi mang khóa {key}.',
    en: 'No item of this amendment carries the key {key}.',
  },
  'key-twice': { status: 422, vi: 'Khóa {key} được dùng hai lần.', en: 'The key {key} is used twice.' },
  'named-twice': {
    status: 422,
    vi: 'Một mục bị sửa đổi hai lần trong cùng văn bản sửa đổi, kể cả qua mục chứa nó.',
    en: 'One thing is changed twice by the same amendment, be it through what holds it.',
  },
  'already-ended': {
    status: 422,
    vi: 'Mục này đã hết hiệu lực từ sau ngày {on}.',
    en: 'This ended already, with {on} as its last day.',
  },
  'versions-overlap': {
    status: 422,
    vi: 'Bản hiện hành có hiệu lực từ {from}; sửa đổi từ {effectiveFrom} sẽ làm các bản chồng lên nhau.',
    en: 'The version in force began on {from}; changed from {effectiveFrom} on, the versions would overlap.',
  },
  'parent-ended': {
    status: 422,
    vi: 'Điều khoản cha không còn hiệu lực từ {effectiveFrom}.',
    en: 'The parent clause is no longer in force on {effectiveFrom}.',
  },
  'before-effective': {
    status: 422,
    vi: 'Ngày {date} trước ngày sửa đổi có hiệu lực {effectiveFrom}.',
    en: 'The day {date} comes before the amendment takes effect on {effectiveFrom}.',
  },
});
