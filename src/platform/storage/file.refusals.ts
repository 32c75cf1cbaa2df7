import { refusalsOf } from '../../core/refusal.js';

export const refuseFile = refusalsOf('file', {
  missing: { status: 422, vi: 'Chưa kèm tệp.', en: 'No file was sent.' },
  empty: { status: 422, vi: 'Tệp rỗng.', en: 'The file is empty.' },
  'wrong-kind': {
    status: 415,
    vi: 'Loại tệp này không được nhận. Nhận PDF, Word, Excel, OpenDocument, ảnh PNG/JPEG/TIFF và văn bản thuần.',
    en: 'This kind of file is not accepted. Send PDF, Word, Excel, OpenDocument, PNG, JPEG, TIFF or plain text.',
  },
  'one-only': { status: 422, vi: 'Mỗi lần chỉ gửi một tệp.', en: 'Send one file at a time.' },
  'name-does-not-fit': {
    status: 415,
    vi: 'Đuôi của tên tệp không khớp với nội dung ({kind}).',
    en: 'The ending of the file’s name does not fit its content ({kind}).',
  },
  'too-large': { status: 413, vi: 'Tệp lớn hơn {max} MB.', en: 'The file is larger than {max} MB.' },
  gone: { status: 404, vi: 'Không tìm thấy nội dung tệp.', en: 'The content of the file was not found.' },
  'secret-not-excluded': {
    status: 422,
    vi: 'Xin xác nhận tệp không có nội dung bí mật nhà nước (noSecretConfirmed).',
    en: 'Please confirm that the file holds no state secret (noSecretConfirmed).',
  },
  'secrecy-mark': {
    status: 422,
    vi: 'Tệp có dấu chỉ độ mật nên không được nhận, hệ thống không lưu lại gì. Đề nghị không soạn thảo, lưu giữ tài liệu này trên máy tính nối mạng và giao cho bộ phận có thẩm quyền quản lý tài liệu mật xử lý.',
    en: 'The file carries a secrecy mark and is not accepted; nothing of it was kept. Please do not hold it on a computer that is connected to a network; hand it to the office in charge of classified documents.',
  },
  unreadable: {
    status: 422,
    vi: 'Không đọc được nội dung tệp (tệp hỏng, có mật khẩu hoặc quá phức tạp) nên không kiểm tra được dấu chỉ độ mật. Đề nghị gửi bản không đặt mật khẩu.',
    en: 'The file could not be read (damaged, protected by a password, or too complex), so it could not be checked for secrecy marks. Please send it without a password.',
  },
});
