import type { CommitmentRole } from '../commitments/commitment.words.js';
import { actingBodiesIn, meansAllSides, meansStandingBody } from './body-name.rules.js';

/** Who does what in a sentence, by the names that it prints. */
export interface ProposedRole {
  name: string;
  role: CommitmentRole;
  /** "Hai bên": every party; "cơ quan thường trực": the standing body. */
  stands: 'BODY' | 'ALL_PARTIES' | 'STANDING_BODY';
}

const LEADS = /(?<!\p{L})(?:chủ trì|đăng cai|làm đầu mối|chịu trách nhiệm chính)(?!\p{L})/iu;
const TOGETHER =
  /(?<!\p{L})(?:phối hợp|cùng)(?: (?:chặt chẽ|chặt|cùng))* (?:với|cùng)(?!\p{L})|(?<!\p{L})phối hợp(?= (?:Ban|Bộ|Đảng|Ủy|UBND|Công an|Hội|Sở|Phòng|Liên))/iu;
const INFORMED = /(?<!\p{L})(?:thông báo|thông tin) (?:cho|đến|tới)(?!\p{L})/iu;
const VERB =
  /(?<!\p{L})(?:tổ chức|triển khai|thực hiện|xây dựng|hướng dẫn|kiểm tra|tham mưu|tuyên truyền|tiến hành|theo dõi|báo cáo|gửi|cung cấp|trao đổi|đề xuất|nghiên cứu|bồi dưỡng|rà soát|để|trong việc|nhằm|định kỳ|hằng|hàng|tổng hợp|quản lý|giải quyết|xử lý|đẩy mạnh|vận động|chỉ đạo|làm tốt|thống nhất|ban hành|mở|họp)(?!\p{L})/u;
const SUBJECT_END =
  /(?<!\p{L})(?:có trách nhiệm|chịu trách nhiệm|phải|được giao|chủ động|chủ trì|thực hiện|tổng hợp|báo cáo|gửi|cung cấp|tổ chức|xây dựng|hướng dẫn|phối hợp|tham mưu|trao đổi|thông báo|định kỳ|hằng|hàng|chỉ đạo|có nhiệm vụ|xem xét|họp|thống nhất|cập nhật|rà soát|lập|đưa|nộp|chuyển|nghe|theo dõi|tiến hành|mở|kiểm tra|giám sát)(?!\p{L})/u;

/** The bodies of a sentence by role: "X chủ trì, phối hợp với Y, Z + verb" (domain §1.3). */
export function rolesIn(sentence: string): ProposedRole[] {
  const text = sentence.normalize('NFC').replace(/\n/gu, ' ');
  const lead = LEADS.exec(text);
  const together = TOGETHER.exec(text);
  const leads = lead ? sidesOf(tail(text.slice(0, lead.index)), 'LEAD') : [];
  const subject = leads.length > 0 ? leads : subjectOf(text, together?.index ?? null);
  const coordinates = together ? sidesOf(upToVerb(text.slice(together.index + together[0].length)), 'COORDINATE') : [];
  const informed = INFORMED.exec(text);
  const informs = informed
    ? sidesOf(upToVerb(text.slice(informed.index + informed[0].length)).slice(0, 160), 'INFORM')
    : [];
  const seen = new Set<string>();
  return [...subject, ...coordinates, ...informs].filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Who is named last before "chủ trì": the sentence may begin with a time or a ground. */
function tail(text: string): string {
  const parts = text.split(/[;:]|(?<!\p{L})(?:[Gg]iao(?! thông)|[Pp]hân công|do|[Cc]hỉ đạo)(?!\p{L})/u);
  return parts.at(-1) ?? '';
}

/** The bodies before the first verb: "Công an phường có trách nhiệm …". */
function subjectOf(text: string, until: number | null): ProposedRole[] {
  const start = text.slice(0, until ?? text.length).replace(/^\s*(?:\d{1,2}[.)]|[a-zđ]\)|[-–+*•])\s*/u, '');
  const end = SUBJECT_END.exec(
    start.replace(/^(?:[^,]{0,40}(?:năm|tháng|quý|tuần|ngày|kỳ)[^,]{0,20},\s*)+/u, (found) => ' '.repeat(found.length)),
  );
  return end || until !== null ? sidesOf(start.slice(0, end?.index ?? start.length), 'LEAD') : [];
}

function upToVerb(text: string): string {
  const end = VERB.exec(text);
  return text.slice(0, end?.index ?? 200);
}

function sidesOf(text: string, role: CommitmentRole): ProposedRole[] {
  const bodies = actingBodiesIn(text).map(({ name }): ProposedRole => ({ name, role, stands: 'BODY' }));
  if (bodies.length > 0) return bodies;
  const standing = meansStandingBody(text);
  if (standing !== null) return [{ name: standing, role, stands: 'STANDING_BODY' }];
  const all = meansAllSides(text);
  return all === null ? [] : [{ name: all, role, stands: 'ALL_PARTIES' }];
}

const OF_WHOM =
  /^(?:\d{1,2}\.\s*|[IVX]+\.\s*|[a-zđ]\)\s*)?(?:Trách nhiệm|TRÁCH NHIỆM|Nhiệm vụ|NHIỆM VỤ)(?: (?:và quyền hạn|cụ thể|phối hợp|thực hiện))* (?:của|CỦA)\s+(?<whom>.+)$/u;

/** "Trách nhiệm của Công an phường": the lead of everything below that heading. */
export function leadsByHeading(heading: string): ProposedRole[] {
  const whom = OF_WHOM.exec(heading.normalize('NFC').trim())?.groups?.['whom'];
  return whom === undefined ? [] : sidesOf(whom, 'LEAD');
}

const RECIPIENT =
  /(?<!\p{L})(?:gửi(?: \p{L}+){0,4}? (?:về|cho|đến|tới|lên)|báo cáo(?: \p{L}+){0,6}? (?:về|cho|lên|với)|báo cáo|gửi|thông báo(?: \p{L}+){0,4}? (?:về|cho|với)|về) (?=\p{Lu}|cơ quan|đơn vị|các bên|UBND)/u;

/** To whom a report goes, as printed. */
export function recipientIn(sentence: string): ProposedRole | null {
  const text = sentence.normalize('NFC').replace(/\n/gu, ' ');
  const found = RECIPIENT.exec(text);
  if (!found) return null;
  return sidesOf(text.slice(found.index + found[0].length).slice(0, 120), 'INFORM')[0] ?? null;
}
