import { refusalsOf } from '../core/refusal.js';

export const refuseView = refusalsOf('view', {
  unknown: { status: 404, vi: 'Không có chế độ xem đã lưu này.', en: 'There is no such saved view.' },
  'name-taken': {
    status: 409,
    vi: 'Trang này đã có chế độ xem tên «{name}».',
    en: 'This page has a view named "{name}" already.',
  },
  'too-many': {
    status: 409,
    vi: 'Mỗi người lưu nhiều nhất {max} chế độ xem; hãy xóa bớt.',
    en: 'A member keeps at most {max} views; delete some first.',
  },
  'columns-too-many': {
    status: 422,
    vi: 'Một chế độ xem có nhiều nhất {max} cột.',
    en: 'A view has at most {max} columns.',
  },
});
