import { refusalsOf } from '../../core/refusal.js';

/** What the door itself refuses, before any noun is asked. */
export const refuseRequest = refusalsOf('request', {
  invalid: {
    status: 422,
    vi: 'Dữ liệu gửi lên chưa hợp lệ ({count} chỗ).',
    en: 'The data sent is not valid ({count} places).',
  },
  malformed: { status: 400, vi: 'Không đọc được nội dung yêu cầu.', en: 'The request could not be read.' },
  'field-twice': { status: 422, vi: 'Trường {field} được gửi hai lần.', en: 'The field {field} was sent twice.' },
  'not-found': { status: 404, vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  'method-not-allowed': { status: 404, vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  'too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn.', en: 'What was sent is too large.' },
  'unsupported-media': {
    status: 415,
    vi: 'Kiểu nội dung gửi lên không được nhận.',
    en: 'This kind of content is not accepted.',
  },
  'too-many': { status: 429, vi: 'Quá nhiều yêu cầu, xin thử lại sau.', en: 'Too many requests, try again later.' },
  'not-signed-in': { status: 401, vi: 'Cần đăng nhập.', en: 'Sign in first.' },
  forbidden: { status: 403, vi: 'Không có quyền làm việc này ({right}).', en: 'You may not do this ({right}).' },
  'not-your-bodies': {
    status: 403,
    vi: 'Việc này thuộc cơ quan khác; vị trí của bạn không phụ trách cơ quan đó.',
    en: 'This is the business of another body, which no seat of yours covers.',
  },
  'not-ready': { status: 503, vi: 'Cơ sở dữ liệu chưa trả lời.', en: 'The database does not answer.' },
  'bad-cursor': { status: 400, vi: 'Con trỏ trang không hợp lệ.', en: 'The page cursor is not valid.' },
  'version-needed': {
    status: 428,
    vi: 'Cần tiêu đề If-Match nêu phiên bản đang sửa.',
    en: 'Name the version being changed in If-Match.',
  },
  'version-changed': {
    status: 412,
    vi: 'Người khác vừa sửa bản ghi này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this record. Load it again before changing it.',
  },
  'key-reused': {
    status: 409,
    vi: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
  'bad-key': {
    status: 400,
    vi: 'Idempotency-Key phải dài 8–200 ký tự in được.',
    en: 'Idempotency-Key takes 8–200 printable characters.',
  },
  'bad-id': { status: 404, vi: 'Mã định danh không đúng dạng.', en: 'The identifier has not the right form.' },
});

/** What a single field may be refused for; facts are named in the text. */
export const refuseField = refusalsOf('field', {
  unknown: { status: 422, vi: 'Trường này không được nhận.', en: 'This field is not accepted.' },
  required: { status: 422, vi: 'Thiếu trường bắt buộc.', en: 'This field is required.' },
  'not-text': { status: 422, vi: 'Phải là chữ.', en: 'Must be text.' },
  'bad-characters': { status: 422, vi: 'Có ký tự không được nhận.', en: 'Contains characters that are not accepted.' },
  'too-short': { status: 422, vi: 'Phải có ít nhất {min} ký tự.', en: 'Needs at least {min} characters.' },
  'too-long': { status: 422, vi: 'Dài quá {max} ký tự.', en: 'Longer than {max} characters.' },
  'not-a-date': {
    status: 422,
    vi: 'Ngày không tồn tại hoặc không đúng dạng NĂM-THÁNG-NGÀY.',
    en: 'No such date, or not of the form YYYY-MM-DD.',
  },
  'not-an-id': { status: 422, vi: 'Mã định danh không đúng dạng.', en: 'Not an identifier.' },
  'not-a-number': { status: 422, vi: 'Phải là số từ {min} đến {max}.', en: 'Must be a number from {min} to {max}.' },
  'not-an-integer': {
    status: 422,
    vi: 'Phải là số nguyên từ {min} đến {max}.',
    en: 'Must be a whole number from {min} to {max}.',
  },
  'not-an-integer-or': {
    status: 422,
    vi: 'Phải là số nguyên từ {min} đến {max} hoặc {word}.',
    en: 'Must be a whole number from {min} to {max}, or {word}.',
  },
  'not-yes-or-no': { status: 422, vi: 'Phải là true hoặc false.', en: 'Must be true or false.' },
  'not-one-of': { status: 422, vi: 'Phải là một trong: {values}.', en: 'Must be one of: {values}.' },
  'not-a-list': { status: 422, vi: 'Phải là danh sách.', en: 'Must be a list.' },
  'too-few': { status: 422, vi: 'Cần ít nhất {min} mục.', en: 'Needs at least {min} items.' },
  'too-many': { status: 422, vi: 'Nhiều nhất {max} mục.', en: 'At most {max} items.' },
  'not-an-object': { status: 422, vi: 'Phải là một nhóm trường.', en: 'Must be a group of fields.' },
});
