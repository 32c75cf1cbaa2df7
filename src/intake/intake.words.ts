import type { Unread } from './lines.js';

interface Words {
  vi: string;
  en: string;
}

/** Why a document is kept but proposes nothing. */
const UNREAD_WORDS: Readonly<Record<Unread, Words>> = {
  scan: {
    vi: 'Tệp PDF này là ảnh chụp (bản quét), không có chữ để đọc. Tệp được giữ làm tài liệu; xin nhập tay hoặc dán nội dung.',
    en: 'This PDF is a picture (a scan) without text to read. It is kept as a document; please type or paste the text.',
  },
  'old-word': {
    vi: 'Tệp Word kiểu cũ (.doc) được giữ làm tài liệu nhưng không đọc được. Xin lưu lại thành .docx hoặc dán nội dung.',
    en: 'The old Word format (.doc) is kept as a document but not read. Please save it as .docx or paste the text.',
  },
  picture: {
    vi: 'Ảnh được giữ làm tài liệu nhưng không đọc chữ trong ảnh.',
    en: 'A picture is kept as a document; text in it is not read.',
  },
  sheet: {
    vi: 'Bảng tính được giữ làm tài liệu; chỉ đọc văn bản Word, PDF hoặc văn bản thuần.',
    en: 'A sheet is kept as a document; Word, PDF and plain text are read.',
  },
  'other-kind': {
    vi: 'Loại tệp này được giữ làm tài liệu; chỉ đọc văn bản Word (.docx), PDF hoặc văn bản thuần.',
    en: 'This kind of file is kept as a document; Word (.docx), PDF and plain text are read.',
  },
  'legacy-font': {
    vi: 'Văn bản gõ bằng phông cũ (.VnTime, VNI) nên chữ không phải Unicode. Xin chuyển mã sang Unicode rồi gửi lại.',
    en: 'The text was typed for an old font (.VnTime, VNI) and is not Unicode. Please convert it and send it again.',
  },
  'too-long': {
    vi: 'Văn bản quá dài để đọc tự động. Tệp được giữ làm tài liệu; xin dán riêng phần quy chế, chương trình.',
    en: 'The text is too long to be read by itself. It is kept as a document; please paste the agreement alone.',
  },
  'no-text': {
    vi: 'Không thấy chữ trong tệp. Tệp được giữ làm tài liệu; xin nhập tay hoặc dán nội dung.',
    en: 'No text was found in the file. It is kept as a document; please type or paste the text.',
  },
  unreadable: {
    vi: 'Không đọc được nội dung tệp. Tệp được giữ làm tài liệu; xin nhập tay hoặc dán nội dung.',
    en: 'The file could not be read. It is kept as a document; please type or paste the text.',
  },
};

export function unreadWords(unread: Unread): Words {
  return UNREAD_WORDS[unread];
}
