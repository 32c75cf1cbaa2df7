import type { CommitmentKind } from '../commitments/commitment.words.js';
import { B, E } from './readable.rules.js';

/** What is to be done, as found in a sentence; offsets in the readable text. */
export interface FoundAct {
  from: number;
  to: number;
  kind: CommitmentKind;
  /** The word is used for much else too. */
  weak: boolean;
}

const VERBS = '(?:xây dựng|lập|ban hành|đề ra|thống nhất|ký kết|ký|soạn thảo|đề xuất|tham mưu)';

/** In the order in which they win where they overlap. */
const ACTS: readonly [CommitmentKind, string, 'weak'?][] = [
  ['REPORT', `(?:báo cáo|bc) (?:kết quả )?(?:sơ,? tổng kết|sơ kết|tổng kết|đánh giá)`],
  ['INTERIM_REVIEW', `(?:hội nghị|họp|buổi) (?:sơ kết|đánh giá,? rút kinh nghiệm)`],
  ['FINAL_REVIEW', `(?:hội nghị|họp|buổi|lễ) tổng kết`],
  ['MEETING', `(?:họp|giao ban|hội nghị)(?: [\\p{L}-]+){0,3} (?:kiểm điểm|đánh giá|rút kinh nghiệm)`],
  [
    'PLAN',
    `${VERBS}(?: \\p{L}+){0,4}? (?:kế hoạch|chương trình)(?: (?:giám sát|kiểm tra|tập huấn|phối hợp|công tác|hoạt động))*`,
  ],
  ['PLAN', `(?:kế hoạch|chương trình)(?: [\\p{L},]+){0,20}? được (?:xây dựng|ban hành|thống nhất)`],
  ['ACTIVITY', `kế hoạch (?:kiểm tra|giám sát)`, 'weak'],
  ['INTERIM_REVIEW', `sơ kết(?:,? (?:đánh giá|rút kinh nghiệm))*`],
  ['FINAL_REVIEW', `tổng kết(?:,? (?:đánh giá|rút kinh nghiệm))*`],
  ['MEETING', `giao ban|họp|hội nghị|hội ý|gặp mặt|gặp gỡ|gặp nhau|làm việc với|tọa đàm|tiếp xúc|cuộc họp`],
  ['REPORT', `báo cáo|bc|tổng hợp kết quả|gửi(?: \\p{L}+){0,2} kết quả`],
  ['INFO_EXCHANGE', `trao đổi|cung cấp|thông báo|thông tin|chia sẻ|trả lời|phản hồi|có ý kiến`],
  [
    'INTERIM_REVIEW',
    `(?:đánh giá|kiểm điểm)(?:,? rút kinh nghiệm)?(?: (?:việc|kết quả|tình hình|hiệu quả|công tác))|rút kinh nghiệm`,
  ],
  ['INSPECTION', `kiểm tra|giám sát|thanh tra`],
  ['TRAINING', `tập huấn|bồi dưỡng|đào tạo|huấn luyện`],
  ['COMMENDATION', `khen thưởng|biểu dương|tôn vinh`],
  ['INFO_EXCHANGE', `số liệu`, 'weak'],
  ['DEADLINE', `hoàn thành|nộp|chuyển|bàn giao|gửi|xác định|quyết toán|đối chiếu`],
  [
    'ACTIVITY',
    `tổ chức|tiến hành|phối hợp|thực hiện|triển khai|mở|thăm|tặng|phát sóng|phát thanh|tuyên truyền|theo dõi|duy trì|ra quân|rà soát|cập nhật|khảo sát|xây dựng|ban hành|thống nhất|tổng hợp`,
  ],
];

/** Mentioned, not ordered: a task of somebody else, an occasion, a heading. */
const MENTIONED = new RegExp(
  String.raw`${B}(?:(?:đã|dịp|nhân dịp|kết luận|tại|trong|sau|ngoài|dự|tham dự|nội dung|chuẩn bị tài liệu của|tài liệu của|phục vụ|giấy mời) (?:các )?(?:hội nghị |buổi |cuộc )?(?:sơ kết|tổng kết|hội nghị|họp)|giám sát viên|(?:hình thức|đối tượng|nội dung|chuyên đề) (?:kiểm tra|giám sát)|yêu cầu báo cáo|quyết định thành lập đoàn (?:giám sát|kiểm tra)|đối với (?:các )?báo cáo[^:;.]*|(?:mẫu|nội dung|thời gian) (?:các )?báo cáo(?: định kỳ)?|được giám sát|được kiểm tra|(?<!(?:thành lập|tổ chức|cử) )đoàn (?:giám sát|kiểm tra)|chủ trì giám sát|tài liệu tuyên truyền|danh hiệu thi đua|được mời họp|trong quá trình (?:triển khai|thực hiện)|thông tin liên lạc|công nghệ thông tin|hội nghị ký kết)${E}`,
  'gu',
);

/** Every act of a readable text, from left to right, none over another. */
export function actsIn(text: string): FoundAct[] {
  const told = text.replace(MENTIONED, (found) => '·'.repeat(found.length));
  const found: FoundAct[] = [];
  for (const [kind, words, weak] of ACTS) {
    for (const match of told.matchAll(new RegExp(`${B}(?:${words})${E}`, 'gu'))) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (!found.some((other) => from < other.to && other.from < to))
        found.push({ from, to, kind, weak: weak !== undefined });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

const STRONG: readonly CommitmentKind[] = [
  'INTERIM_REVIEW',
  'FINAL_REVIEW',
  'MEETING',
  'REPORT',
  'INFO_EXCHANGE',
  'INSPECTION',
  'PLAN',
  'TRAINING',
  'COMMENDATION',
];

/** Whether the word alone tells what is to be done ("tổ chức" does not). */
export function isStrong({ kind, weak }: FoundAct): boolean {
  return !weak && STRONG.includes(kind);
}

export function isReview({ kind }: { kind: CommitmentKind }): boolean {
  return kind === 'INTERIM_REVIEW' || kind === 'FINAL_REVIEW';
}
