import type { NewAgreement, NewParty } from '../agreements/agreement.contract.js';
import type { NewClause } from '../commitments/clause.contract.js';
import type { CommitmentKind } from '../commitments/commitment.words.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';

/** The two agreements of 15/9/2022 as the newspaper tells them, in our own words: no number, no term, no interval (domain §1.7). */
const SIGNED = '2022-09-15';

interface Sketch {
  kind: CommitmentKind;
  title: string;
  text: string;
}

const QUY_CHE: Sketch[] = [
  {
    kind: 'CONTINUOUS',
    title: 'Định hướng và hướng dẫn tuyên truyền về quân sự, quốc phòng',
    text: 'Hai bên cùng định hướng tư tưởng, chỉ đạo và hướng dẫn tuyên truyền về nhiệm vụ quân sự, quốc phòng.',
  },
  {
    kind: 'CONTINUOUS',
    title: 'Phối hợp thực hiện Đề án 05-ĐA/TU',
    text: 'Hai bên cùng thực hiện Đề án 05-ĐA/TU của Ban Thường vụ Thành ủy.',
  },
  {
    kind: 'ACTIVITY',
    title: 'Tuyên truyền khi triển khai chủ trương kinh tế – xã hội gắn với quốc phòng',
    text: 'Khi triển khai các chủ trương phát triển kinh tế, văn hóa, xã hội gắn với quốc phòng, an ninh, hai bên cùng tuyên truyền và định hướng.',
  },
  {
    kind: 'MODEL',
    title: 'Phát hiện và nhân rộng nhân tố mới, mô hình, cách làm hay',
    text: 'Hai bên phát hiện, giới thiệu và nhân rộng nhân tố mới, mô hình và cách làm hay.',
  },
  {
    kind: 'COMMENDATION',
    title: 'Đề xuất biểu dương, khen thưởng điển hình',
    text: 'Hai bên đề xuất biểu dương, khen thưởng tập thể, cá nhân tiêu biểu.',
  },
];

const CHUONG_TRINH: Sketch[] = [
  {
    kind: 'CONTINUOUS',
    title: 'Tham mưu về công tác dân vận, quân sự, quốc phòng',
    text: 'Hai bên cùng tham mưu chủ trương, giải pháp về dân vận và quân sự, quốc phòng, an ninh.',
  },
  {
    kind: 'TRAINING',
    title: 'Bồi dưỡng cán bộ làm công tác dân vận',
    text: 'Hai bên cùng bồi dưỡng, đào tạo cán bộ làm công tác dân vận.',
  },
  {
    kind: 'INFO_EXCHANGE',
    title: 'Đổi mới cách tổng hợp, trao đổi thông tin',
    text: 'Hai bên đổi mới việc tổng hợp và trao đổi thông tin về tình hình Nhân dân.',
  },
  {
    kind: 'INTERIM_REVIEW',
    title: 'Sơ kết, tổng kết chương trình phối hợp',
    text: 'Hai bên sơ kết, tổng kết việc thực hiện chương trình phối hợp.',
  },
  {
    kind: 'INSPECTION',
    title: 'Kiểm tra, giám sát, đánh giá',
    text: 'Hai bên tổ chức kiểm tra, giám sát và đánh giá kết quả phối hợp.',
  },
  {
    kind: 'COMMENDATION',
    title: 'Biểu dương, nhân rộng; phong trào “Dân vận khéo”, “Đơn vị dân vận tốt”',
    text: 'Hai bên biểu dương, nhân rộng điển hình và đẩy mạnh phong trào “Dân vận khéo”, “Đơn vị dân vận tốt”.',
  },
];

function agreement(kind: NewAgreement['kind'], title: string, parties: NewParty[]): NewAgreement {
  return {
    kind,
    title,
    parties,
    signedOn: SIGNED,
    signedAtPlace: 'Quận 10',
    ceremonyNote: 'Hai văn bản được ký tại cùng một hội nghị.',
    witnesses: [{ name: 'Bí thư Quận ủy Quận 10', position: 'Chứng kiến lễ ký' }],
    noSecretConfirmed: true,
  };
}

async function enter(
  desk: SampleDesk,
  header: NewAgreement,
  promises: Sketch[],
  lead: string,
  partner: string,
): Promise<string> {
  const clauses: NewClause[] = promises.map(({ text, title }, index) => ({
    kind: 'CLAUSE',
    label: `${index + 1}.`,
    heading: title,
    text,
  }));
  const { id, clauses: clauseIds } = await desk.register(SIGNED, header, clauses);
  for (const [index, { kind, title, text }] of promises.entries()) {
    const clauseId = clauseIds[index] ?? '';
    await desk.promise(SIGNED, id, {
      title,
      kind,
      clauseIds: [clauseId],
      bodies: [
        { bodyId: lead, role: 'LEAD' },
        { bodyId: partner, role: 'COORDINATE' },
      ],
      schedules: kind === 'INFO_EXCHANGE' ? [{ frequency: 'UNSPECIFIED', textAsWritten: text, clauseId }] : [],
    });
  }
  await desk.activate(SIGNED, id);
  return id;
}

/** Their ids. */
export interface Founding {
  regulation: string;
  programme: string;
}

/** What the tracker was made for: promises without a single date, waiting for somebody to set the intervals. */
export async function enterFoundingAgreements(desk: SampleDesk, cast: Cast): Promise<Founding> {
  const military = idOf(cast, 'Q10-QS');
  const propaganda = idOf(cast, 'Q10-BTG');
  const mobilisation = idOf(cast, 'Q10-BDV');
  const titleA = 'Quy chế phối hợp công tác tuyên truyền về quân sự, quốc phòng';
  const regulation = await enter(
    desk,
    agreement('REGULATION', titleA, [{ bodyId: propaganda }, { bodyId: military }]),
    QUY_CHE,
    propaganda,
    military,
  );
  const titleB = 'Chương trình phối hợp công tác dân vận';
  const programme = await enter(
    desk,
    agreement('PROGRAMME', titleB, [{ bodyId: mobilisation }, { bodyId: military }]),
    CHUONG_TRINH,
    mobilisation,
    military,
  );
  return { regulation, programme };
}
