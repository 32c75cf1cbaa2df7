import type { NewSchedule } from '../commitments/schedule.contract.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';

const SIGNED = '2022-09-15';
const SENTENCE =
  'Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12), Ban Chỉ huy Quân sự gửi báo cáo kết quả về Quận ủy.';

function beforeDay15(month: 6 | 12, rest: Pick<NewSchedule, 'frequency' | 'included'>): NewSchedule {
  return {
    ...rest,
    window: { kind: 'SCHEME' },
    dues: [{ tier: 1, rule: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month } }],
    roll: 'NONE',
    textAsWritten: SENTENCE,
  };
}

/** "6 tháng (trước 15/6), năm (trước 15/12)" under NĐ 09 windows from 15/09/2022: domain table D5, with a history of filings. */
export async function enterDatedAgreement(desk: SampleDesk, cast: Cast): Promise<void> {
  const committee = idOf(cast, 'Q10-QU');
  const military = idOf(cast, 'Q10-QS');
  const { id, clauses } = await desk.register(
    SIGNED,
    {
      kind: 'REGULATION',
      title: 'Quy chế phối hợp thông tin, báo cáo công tác quân sự địa phương',
      numbers: [{ printed: 'Số 07-QC/QU-ĐUQS' }],
      parties: [
        { bodyId: committee, signatoryPosition: 'Phó Bí thư', authority: 'TM' },
        { bodyId: military, signatoryPosition: 'Chính trị viên', authority: 'TM' },
        { bodyId: committee, role: 'STANDING_BODY' },
      ],
      legalBases: [{ text: 'Quy chế làm việc của Ban Chấp hành Đảng bộ quận, nhiệm kỳ 2020 – 2025' }],
      signedOn: SIGNED,
      signedAtPlace: 'Quận 10',
      inForceFrom: SIGNED,
      termKind: 'OPEN',
      schemeId: await desk.schemeId('ND09'),
      followedSince: SIGNED,
      noSecretConfirmed: true,
    },
    [
      { key: 'c3', kind: 'CHAPTER', label: 'Chương III', heading: 'CHẾ ĐỘ THÔNG TIN, BÁO CÁO', text: '' },
      { key: 'd7', parentKey: 'c3', kind: 'ARTICLE', label: 'Điều 7', heading: 'Chế độ báo cáo', text: '' },
      { parentKey: 'd7', kind: 'CLAUSE', label: '2.', text: SENTENCE },
    ],
  );
  const clauseId = clauses[2] ?? null;
  const commitment = await desk.promise(SIGNED, id, {
    title: 'Báo cáo kết quả phối hợp 6 tháng và năm',
    kind: 'REPORT',
    expectedResult: 'Báo cáo bằng văn bản',
    clauseIds: clauseId === null ? [] : [clauseId],
    bodies: [
      { bodyId: military, role: 'LEAD' },
      { bodyId: committee, role: 'COORDINATE' },
    ],
    recipientId: committee,
    schedules: [
      { ...beforeDay15(6, { frequency: 'HALF_YEARLY', included: [1] }), clauseId },
      { ...beforeDay15(12, { frequency: 'YEARLY' }), clauseId },
    ],
  });
  await desk.activate(SIGNED, id);
  await tellHistory(desk, commitment);
}

async function tellHistory(desk: SampleDesk, commitment: string): Promise<void> {
  const done = (what: string): { done: string } => ({ done: what });
  await desk.file(commitment, '2022-Y', {
    on: '2022-12-12',
    acceptedOn: '2022-12-16',
    ...done('Đã triển khai quy chế đến các phường.'),
  });
  await desk.night('2023-06-15');
  await desk.file(commitment, '2023-H1', {
    on: '2023-06-20',
    acceptedOn: '2023-06-23',
    ...done('Tổ chức 3 hội nghị tuyên truyền.'),
  });
  await desk.file(commitment, '2023-Y', {
    on: '2023-12-13',
    acceptedOn: '2023-12-20',
    ...done('Hoàn thành các nội dung năm 2023.'),
  });
  await desk.night('2024-06-01');
  await desk.file(commitment, '2024-H1', {
    on: '2024-06-12',
    returnedOn: '2024-06-14',
    comment: 'Đề nghị bổ sung số liệu.',
    ...done('Đã thực hiện.'),
  });
  await desk.file(commitment, '2024-H1', {
    on: '2024-06-18',
    acceptedOn: '2024-06-20',
    ...done('Đã thực hiện 4 buổi, 320 lượt người.'),
  });
  await desk.file(commitment, '2024-Y', { on: '2024-12-10', acceptedOn: '2024-12-13', nothingToReport: true });
  await desk.night('2025-06-01');
  await desk.file(commitment, '2025-H1', {
    on: '2025-06-13',
    acceptedOn: '2025-06-18',
    ...done('Báo cáo lần cuối trước khi kết thúc cấp quận.'),
  });
}
