import type { NewSchedule } from '../commitments/schedule.contract.js';
import { addDays, type CivilDate } from '../core/civil-date.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';
import { setReviewCycles, tellReviews } from './ward-reviews.js';

const SIGNED = '2025-11-06';

/** A programme of the wards that are: monthly figures, quarterly exchange, yearly report. */
export async function enterWardProgramme(desk: SampleDesk, cast: Cast, today: CivilDate): Promise<void> {
  const ward = idOf(cast, 'VL-DU');
  const command = idOf(cast, 'PTKV');
  const sentences = [
    'Hằng quý, hai bên trao đổi thông tin, chậm nhất ngày 20 tháng cuối quý.',
    'Hằng năm, Đảng ủy phường gửi báo cáo kết quả, chậm nhất ngày 20 tháng 12.',
    'Hằng năm tổ chức sơ kết; hết giai đoạn tổ chức tổng kết việc thực hiện Chương trình.',
  ];
  const { id, clauses } = await desk.register(
    SIGNED,
    {
      kind: 'PROGRAMME',
      title: 'Chương trình phối hợp công tác tuyên giáo, dân vận giai đoạn 2025 – 2030',
      numbers: [{ printed: '01-CTrPH/ĐU-BCHPTKV' }],
      parties: [
        { bodyId: ward, signatoryPosition: 'Bí thư', authority: 'TM' },
        { bodyId: command, signatoryPosition: 'Chính ủy', authority: 'TM' },
        { bodyId: ward, role: 'STANDING_BODY' },
      ],
      signedOn: SIGNED,
      signedAtPlace: 'Phường Vườn Lài',
      inForceFrom: SIGNED,
      termKind: 'FIXED',
      termTo: '2030-12-31',
      schemeId: await desk.schemeId('ND09'),
      followedSince: SIGNED,
      noSecretConfirmed: true,
    },
    sentences.map((text, index) => ({ kind: 'CLAUSE' as const, label: `${index + 1}.`, text })),
  );
  const bodies = [
    { bodyId: ward, role: 'LEAD' as const },
    { bodyId: command, role: 'COORDINATE' as const },
  ];
  const by20 = (rest: Pick<NewSchedule, 'frequency'>, sentence: number): NewSchedule => ({
    ...rest,
    dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 20 } }],
    textAsWritten: sentences[sentence] ?? null,
    clauseId: clauses[sentence] ?? null,
  });
  const exchange = await desk.promise(SIGNED, id, {
    title: 'Trao đổi thông tin hằng quý',
    kind: 'INFO_EXCHANGE',
    clauseIds: clauses.slice(0, 1),
    bodies,
    schedules: [by20({ frequency: 'QUARTERLY' }, 0)],
  });
  const yearly = await desk.promise(SIGNED, id, {
    title: 'Báo cáo kết quả năm',
    kind: 'REPORT',
    clauseIds: clauses.slice(1, 2),
    bodies,
    target: { quantity: 4, unit: 'buổi tuyên truyền', per: 'năm' },
    schedules: [by20({ frequency: 'YEARLY' }, 1)],
  });
  const meetings = await setReviewCycles(desk, id, SIGNED, clauses[2] ?? '');
  await desk.activate(SIGNED, id, SIGNED);
  const filings = [
    [exchange, '2025-Q4', '2025-12-17', 'Đã trao đổi 2 bản tin.'],
    [yearly, '2025-Y', '2025-12-24', 'Bước đầu triển khai Chương trình.'],
    [exchange, '2026-Q1', '2026-03-19', 'Đã trao đổi 3 bản tin.'],
    [exchange, '2026-Q2', '2026-06-25', 'Đã trao đổi 3 bản tin.'],
  ] as const;
  for (const [commitment, period, on, done] of filings) {
    if (on < today) await desk.file(commitment, period, { on, acceptedOn: addDays(on, 2), done });
  }
  await tellReviews(desk, cast, meetings, today);
}

interface Deadline {
  title: string;
  /** Days from the day the sample is loaded. */
  in: number;
  filed?: number;
}

/** One of each state that a desk can show on the day the sample is loaded. */
const DEADLINES: Deadline[] = [
  { title: 'Tổng hợp danh sách mô hình đăng ký', in: -20, filed: -22 },
  { title: 'Báo cáo nhanh hoạt động kết nghĩa', in: -15, filed: -11 },
  { title: 'Thống kê kết quả tuyên truyền tại khu dân cư', in: -6 },
  { title: 'Báo cáo công tác chuẩn bị hội nghị', in: 0 },
  { title: 'Gửi kế hoạch bồi dưỡng cán bộ dân vận', in: 3 },
  { title: 'Đề xuất tập thể, cá nhân được biểu dương', in: 25 },
];

/** A plan of a few months around the day of loading. */
export async function enterWardPlan(desk: SampleDesk, cast: Cast, today: CivilDate): Promise<void> {
  const ward = idOf(cast, 'DH-DU');
  const front = idOf(cast, 'DH-MTTQ');
  const signed = addDays(today, -45);
  const { id, clauses } = await desk.register(
    signed,
    {
      kind: 'PLAN',
      title: 'Kế hoạch phối hợp chăm lo đời sống Nhân dân và xây dựng mô hình “Dân vận khéo”',
      numbers: [
        { printed: '15-KHPH/ĐU', issuerId: ward },
        { printed: '32/KHPH-MTTQ', issuerId: front },
      ],
      parties: [{ bodyId: ward }, { bodyId: front }],
      signedOn: signed,
      inForceFrom: signed,
      termKind: 'FIXED',
      termTo: addDays(today, 60),
      followedSince: signed,
      noSecretConfirmed: true,
    },
    DEADLINES.map(({ title }, index) => ({ kind: 'ITEM' as const, label: `${index + 1}.`, text: title })),
  );
  const commitments: [Deadline, string][] = [];
  for (const [index, deadline] of DEADLINES.entries()) {
    const commitment = await desk.promise(signed, id, {
      title: deadline.title,
      kind: 'DEADLINE',
      clauseIds: clauses.slice(index, index + 1),
      bodies: [
        { bodyId: front, role: 'LEAD' },
        { bodyId: ward, role: 'COORDINATE' },
      ],
      schedules: [
        { frequency: 'ONCE', anchorOn: addDays(today, deadline.in), roll: 'NONE', clauseId: clauses[index] ?? null },
      ],
    });
    commitments.push([deadline, commitment]);
  }
  await desk.activate(signed, id, signed);
  for (const [{ filed, title }, commitment] of commitments) {
    if (filed === undefined) continue;
    await desk.file(commitment, 'ONCE', {
      on: addDays(today, filed),
      acceptedOn: addDays(today, filed + 2),
      done: `${title}: đã gửi.`,
    });
  }
}
