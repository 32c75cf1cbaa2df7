import { refusalsOf } from '../core/refusal.js';

export const refuseIntake = refusalsOf('intake', {
  unknown: { status: 404, vi: 'Không có văn bản đã nhận này.', en: 'There is no such document taken in.' },
  'no-such-proposal': {
    status: 422,
    vi: 'Đề xuất này không thuộc văn bản đã nhận.',
    en: 'This proposal is none of the document’s.',
  },
  settled: {
    status: 409,
    vi: 'Văn bản này đã được gắn vào một hồ sơ.',
    en: 'This document was joined to an agreement already.',
  },
  'too-many': {
    status: 409,
    vi: 'Mỗi người giữ nhiều nhất {max} văn bản đang đọc dở; hãy xóa bớt.',
    en: 'A member keeps at most {max} documents taken in; delete some first.',
  },
});
