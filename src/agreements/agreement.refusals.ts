import { refusalsOf } from '../core/refusal.js';

export const refuseAgreement = refusalsOf('agreement', {
  unknown: { status: 404, vi: 'Không có văn bản này trong sổ.', en: 'There is no such agreement in the register.' },
  'needs-two-parties': {
    status: 422,
    vi: 'Văn bản phối hợp phải có ít nhất hai bên khác nhau, hiện có {count}.',
    en: 'An agreement has at least two different parties; here is {count}.',
  },
  'party-twice': {
    status: 422,
    vi: 'Một cơ quan được ghi hai lần với cùng vai trò.',
    en: 'One body stands twice in the same role.',
  },
  'standing-body-not-party': {
    status: 422,
    vi: 'Cơ quan thường trực phải là một bên của văn bản.',
    en: 'The standing body must be one of the parties.',
  },
  'issuer-not-party': {
    status: 422,
    vi: 'Cơ quan ban hành của số văn bản phải là một bên.',
    en: 'The issuer of a number must be one of the parties.',
  },
  'term-reversed': {
    status: 422,
    vi: 'Ngày hết hạn {termTo} trước ngày có hiệu lực {inForceFrom}.',
    en: 'The term ends on {termTo}, before it enters into force on {inForceFrom}.',
  },
  'open-with-end': {
    status: 422,
    vi: 'Văn bản không xác định thời hạn thì không có ngày hết hạn.',
    en: 'An agreement without a fixed term has no last day.',
  },
  'signed-in-future': {
    status: 422,
    vi: 'Ngày ký {signedOn} sau hôm nay {today}.',
    en: 'Signed on {signedOn}, which is after today, {today}.',
  },
  'secret-not-excluded': {
    status: 422,
    vi: 'Hãy xác nhận nội dung không chứa bí mật nhà nước. Sổ này không nhận tài liệu mật.',
    en: 'Confirm that nothing here is a state secret. This register takes no secret document.',
  },
  'link-names-one': {
    status: 422,
    vi: 'Liên kết phải chỉ tới một văn bản trong sổ hoặc ghi tên một văn bản ngoài sổ, không cả hai.',
    en: 'A link points to an agreement in the register or names a document outside it, not both.',
  },
  'linked-unknown': {
    status: 422,
    vi: 'Văn bản được liên kết không có trong sổ.',
    en: 'The linked agreement is not in the register.',
  },
  'scheme-unknown': { status: 422, vi: 'Không có chế độ báo cáo này.', en: 'There is no such reporting scheme.' },
  'party-has-signed': {
    status: 409,
    vi: '{name} đã ký nên không bỏ ra được; chỉ sửa được chi tiết của các bên.',
    en: '{name} has signed and cannot be left out; only the details of the parties can be mended.',
  },
  'fixed-after-activation': {
    status: 409,
    vi: 'Sau khi kích hoạt không sửa trực tiếp mục này; hãy dùng sửa đổi, gia hạn hoặc thay thế.',
    en: 'This is fixed once the agreement is activated; amend, extend or replace it instead.',
  },
  'only-drafts-are-deleted': {
    status: 409,
    vi: 'Chỉ xóa được bản nháp; văn bản đã ký được giữ lại.',
    en: 'Only a draft can be deleted; a signed agreement is kept.',
  },
  'not-in-force': {
    status: 409,
    vi: 'Văn bản không ở trạng thái có hiệu lực (hiện: {state}).',
    en: 'The agreement is not in force (now: {state}).',
  },
  'linked-from-others': {
    status: 409,
    vi: 'Văn bản khác đang liên kết tới văn bản này.',
    en: 'Another agreement links to this one.',
  },
});
