import { refusalsOf } from '../core/refusal.js';

export const refuseClause = refusalsOf('clause', {
  unknown: { status: 404, vi: 'Không có điều khoản này.', en: 'There is no such clause.' },
  'not-in-agreement': {
    status: 422,
    vi: 'Điều khoản không thuộc văn bản này.',
    en: 'The clause does not belong to this agreement.',
  },
  'parent-not-before': {
    status: 422,
    vi: 'Điều khoản cha «{key}» phải đứng trước trong danh sách.',
    en: 'The parent clause {key} must stand earlier in the list.',
  },
  'parent-closed': {
    status: 422,
    vi: 'Điều khoản không còn nằm trong điều khoản cha (thứ {parent} trong danh sách, tính từ 0): đã có nhánh khác xen giữa.',
    en: 'The clause no longer stands in its parent (number {parent} of the list, from 0): another branch lies between.',
  },
  'too-many': {
    status: 422,
    vi: 'Văn bản có {count} điều khoản, tối đa {max}.',
    en: 'The text has {count} clauses; at most {max}.',
  },
  'key-twice': { status: 422, vi: 'Khóa «{key}» được dùng hai lần.', en: 'The key {key} is used twice.' },
  'two-parents': {
    status: 422,
    vi: 'Chỉ nêu một trong parentKey và parentId.',
    en: 'Name either parentKey or parentId, not both.',
  },
  'days-reversed': {
    status: 422,
    vi: 'Ngày sau {to} lại trước ngày đầu {from}.',
    en: 'The later day {to} comes before the earlier one, {from}.',
  },
  amended: {
    status: 409,
    vi: 'Điều khoản này hoặc điều khoản bên dưới đã qua sửa đổi nên được giữ lại, không xóa.',
    en: 'This clause, or one below it, was touched by an amendment and is kept.',
  },
  'in-use': {
    status: 409,
    vi: 'Điều khoản đang được cam kết hoặc báo cáo dẫn chiếu, không xóa được.',
    en: 'A commitment or a report refers to this clause, so it cannot be deleted.',
  },
});
