/** With what the name of a body begins; lower case in running text only where the rest tells it. */
const HEADS = [
  'Ban Thường trực',
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban Chỉ huy',
  'Ban Chỉ đạo',
  'Ban CHQS',
  'Bộ Chỉ huy',
  'Bộ CHQS',
  'Bộ Tư lệnh',
  'Ban',
  'Bộ',
  'Đảng ủy',
  'Đảng uỷ',
  'Đảng bộ',
  'Chi bộ',
  'Thường trực',
  'Tỉnh ủy',
  'Thành ủy',
  'Quận ủy',
  'Huyện ủy',
  'Thị ủy',
  'Tỉnh uỷ',
  'Thành uỷ',
  'Quận uỷ',
  'Huyện uỷ',
  'Ủy ban',
  'Uỷ ban',
  'UBND',
  'HĐND',
  'UBMTTQ',
  'MTTQ',
  'Hội đồng',
  'Chính phủ',
  'Đoàn Chủ tịch',
  'Sở',
  'Phòng',
  'Vụ',
  'Cục',
  'Chi cục',
  'Tổng cục',
  'Tổng Công ty',
  'Công ty',
  'Công an',
  'Cảnh sát',
  'Công đoàn',
  'Liên đoàn',
  'Liên minh',
  'Mặt trận',
  'Hội',
  'Đoàn Thanh niên',
  'Đoàn TNCS',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Quận đoàn',
  'Huyện đoàn',
  'Văn phòng',
  'Trung tâm',
  'Trường',
  'Trạm',
  'Ngân hàng',
  'Kho bạc',
  'Bảo hiểm',
  'Tòa án',
  'Toà án',
  'Viện',
  'Đồn',
  'Quân khu',
  'Vùng',
  'Hải quân',
  'Lữ đoàn',
  'Trung đoàn',
  'Đài',
  'Báo',
  'Thanh tra',
  'Bệnh viện',
  'Nhà máy',
  'Thuế',
  'Hải quan',
  'Phường',
  'Xã',
];
/** Words inside a name that are written small. */
const INNER =
  'nhân dân|dân|quân sự|tỉnh|thành phố|thành|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu|khu vực|cấp (?:tỉnh|huyện|xã|trung ương)|các cấp|cùng cấp|trực thuộc|thuộc|phòng thủ|chỉ huy|liên ngành|quốc phòng|nông dân|phụ nữ|cựu chiến binh|quận ủy|đường bộ|đường sắt|giao thông|biên phòng|tuyên giáo|dân vận|giáo dục|pháp luật|pháp lý|vận tải|nông thôn|xã hội|trật tự|an toàn|dân tộc|kinh tế|tài chính|lao động|việc làm|thương mại|hành chính|tư pháp|quản lý|thi hành án|môi trường|khoáng sản|thủy lợi|lâm nghiệp|y tế|dự phòng|văn hóa|thể thao|du lịch|truyền thông|phát triển|hợp tác|quốc tế|đối ngoại|bảo trợ|trẻ em|hình sự|ma túy|cơ động|kỹ thuật|công nghệ|phòng cháy|chữa cháy|cứu nạn|ngang bộ';
/** What goes on after a name and is no part of it; any other small syllable may be the second of a word ("Quân sự"). */
const NOT_A_NAME =
  'và|với|hoặc|của|cho|về|tại|theo|từ|đến|do|để|nhằm|trong|ngoài|khi|nếu|là|làm|có|phải|được|đã|sẽ|cùng|các|những|một|hai|ba|mỗi|từng|như|sau|trước|chủ|thực|báo|gửi|tổ|xây|hướng|tham|trao|định|hằng|hàng|tiến|triển|phối|chỉ|cung|đề|ký|họp|ban hành|nghiên|giao|thống|tổng hợp|tuyên truyền|cập|quản|giải|xử|chịu|luân|căn|rà|mở|tập|bồi|đẩy|phân|xem|phụ trách|căn cứ|nơi|ở|bằng|qua|thì|mà|này|đó|khác|thông báo|thông tin|nhiệm kỳ|giai đoạn|nhiệm|giai|năm|tháng|quý|ngày|gồm|kính|đồng chí|thường xuyên';
const CAP = String.raw`(?:(?!(?:Chủ trì|Phối hợp|Tổ chức|Thực hiện|Xây dựng|Tham mưu|Hướng dẫn|Báo cáo|Cung cấp|Định kỳ|Hằng|Hàng|Có trách nhiệm)(?!\p{L}))\p{Lu}[\p{L}\d]*(?:\.\p{L}+)*|\d{1,3})`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${HEADS.join('|')})(?![\p{L}\d])(?: (?:(?:- |– )(?!Bộ ))?(?:${CAP}(?: (?!(?:${NOT_A_NAME})(?!\p{L}))\p{Ll}+)?|${INNER}|binh|tuổi|đỏ)(?![\p{L}])|(?:,| và) (?:Kế hoạch|Đầu tư|Đào tạo|Du lịch|Thể thao|Công nghệ|Phát triển nông thôn|Môi trường|Xã hội|Thương binh|Truyền thông|Dân vận|Tuyên giáo|Gia đình|Hợp tác))*`,
  'gu',
);

export interface FoundBody {
  from: number;
  to: number;
  name: string;
}

/** The names of bodies in a text as printed (NFC), from left to right. */
export function bodiesIn(text: string): FoundBody[] {
  return [...text.matchAll(NAME)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length, name: match[0] }))
    .filter(
      ({ name }) =>
        name.includes(' ') ||
        /^(?:UBND|HĐND|UBMTTQ|MTTQ|Chính phủ|(?:Tỉnh|Thành|Quận|Huyện|Thị|Đảng) (?:ủy|uỷ))/u.test(name),
    );
}

const ALL_SIDES =
  /(?<!\p{L})(?:các bên|hai bên|ba bên|mỗi bên|hai đơn vị|các đơn vị|hai cơ quan|các cơ quan|hai ngành|các ngành|đôi bên)(?!\p{L})/iu;

/** "Hai bên", "các cơ quan": every party. */
export function meansAllSides(text: string): string | null {
  return ALL_SIDES.exec(text)?.[0] ?? null;
}

const STANDING = /(?<!\p{L})(?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối|chủ trì)(?!\p{L})/iu;

export function meansStandingBody(text: string): string | null {
  return STANDING.exec(text)?.[0] ?? null;
}

/** Without the bodies that another belongs to: "Vụ Pháp chế (Ủy ban Dân tộc)", "Cục A – Bộ B", "cơ quan thuộc Chính phủ". */
export function actingBodiesIn(text: string): FoundBody[] {
  return bodiesIn(text).filter(
    ({ from }) => !/(?:[-–(]|(?<!\p{L})(?:thuộc|của)|\p{L}, (?=Bộ ))\s*$/u.test(text.slice(0, from)),
  );
}
