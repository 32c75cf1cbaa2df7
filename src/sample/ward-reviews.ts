import type { CivilDate } from '../core/civil-date.js';
import { OutcomeService } from '../lifecycle/outcome.service.js';
import { CycleService } from '../reviews/cycle.service.js';
import { FollowUpService } from '../reviews/follow-up.service.js';
import { ReviewService } from '../reviews/review.service.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';

const SENTENCE = 'Hằng năm tổ chức sơ kết; hết giai đoạn tổ chức tổng kết việc thực hiện Chương trình.';

/** The cycles of the ward programme; set before it is activated, which opens the reviews. */
export async function setReviewCycles(
  desk: SampleDesk,
  agreementId: string,
  day: CivilDate,
  clauseId: string,
): Promise<string> {
  const act = await desk.on(day);
  const cycles = desk.the(CycleService);
  await cycles.add(act, agreementId, {
    kind: 'INTERIM_REVIEW',
    frequency: 'YEARLY',
    clauseId,
    textAsWritten: SENTENCE,
  });
  await cycles.add(act, agreementId, { kind: 'FINAL_REVIEW', clauseId, textAsWritten: SENTENCE });
  const meeting = await cycles.add(act, agreementId, {
    kind: 'MEETING',
    frequency: 'EVERY_N_MONTHS',
    n: 6,
    textAsWritten: 'Định kỳ 6 tháng hai bên họp giao ban.',
  });
  return meeting.id;
}

/** The first meeting was held and decided; of its two follow-ups one is done and one is late. The second still waits for its outcome. */
export async function tellReviews(desk: SampleDesk, cast: Cast, cycleId: string, today: CivilDate): Promise<void> {
  const ward = idOf(cast, 'VL-DU');
  const command = idOf(cast, 'PTKV');
  const ids = await desk.reviewsOf(cycleId);
  const hold = async (id: string, day: CivilDate, conclusion: string): Promise<void> => {
    await desk.the(ReviewService).hold(await desk.on(day), id, {
      heldOn: day,
      place: 'Hội trường Đảng ủy phường',
      chair: 'Bí thư Đảng ủy phường',
      sidesPresent: [ward, command],
      findings: [{ finding: 'Hai bên trao đổi thông tin kịp thời.', assessment: 'Tốt' }],
      conclusion,
    });
  };
  const [first, second] = ids;
  if (first === undefined || second === undefined || today < '2026-05-20') return;
  await hold(first, '2026-05-05', 'Duy trì nền nếp giao ban.');
  const followUps = desk.the(FollowUpService);
  const done = await followUps.add(await desk.on('2026-05-05'), first, {
    title: 'Gửi biên bản giao ban',
    ownerId: ward,
    dueOn: '2026-05-12',
  });
  await followUps.complete(await desk.on('2026-05-11'), done.id, { note: 'Đã gửi.' });
  await followUps.add(await desk.on('2026-05-05'), first, {
    title: 'Cử đầu mối phối hợp mới',
    ownerId: command,
    dueOn: '2026-05-15',
  });
  const outcome = { decision: 'CONTINUE', note: 'Tiếp tục thực hiện Chương trình.' } as const;
  await desk.the(OutcomeService).decide(await desk.on('2026-05-06'), first, outcome);
  if (today >= '2026-11-05') await hold(second, '2026-11-05', 'Chờ lãnh đạo hai bên kết luận.');
}
