import { ReorganisationService } from '../lifecycle/reorganisation.service.js';
import { SuccessionService } from '../lifecycle/succession.service.js';
import type { Founding } from './founding-agreements.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';

/** Early in 2025 the two boards became one, which went on with both agreements. */
export async function tellOneBoard(desk: SampleDesk, cast: Cast, { regulation, programme }: Founding): Promise<void> {
  const from = '2025-03-01';
  const act = await desk.on('2025-03-03');
  const joined = idOf(cast, 'Q10-BTGDV');
  await desk.the(ReorganisationService).record(act, {
    kind: 'MERGED',
    effectiveOn: from,
    predecessorIds: [idOf(cast, 'Q10-BTG'), idOf(cast, 'Q10-BDV')],
    successorIds: [joined],
    basisTitle: 'Sáp nhập Ban Tuyên giáo và Ban Dân vận Quận ủy',
    note: 'Ngày ở cấp quận là giả định của dữ liệu mẫu.',
  });
  for (const [agreement, board] of [
    [regulation, 'Q10-BTG'],
    [programme, 'Q10-BDV'],
  ] as const) {
    await desk.the(SuccessionService).decide(act, agreement, {
      bodyId: idOf(cast, board),
      decision: 'CONTINUED_BY',
      successorIds: [joined],
      from,
    });
  }
}

/** With June 2025 the district level ended: what falls due later waits for a successor, and nobody has decided yet. */
export async function tellEndOfDistrict(desk: SampleDesk, cast: Cast): Promise<void> {
  const act = await desk.on('2025-07-01');
  const wards = ['VL-DU', 'DH-DU', 'HH-DU'];
  for (const [code, successors] of [
    ['Q10-BTGDV', wards],
    ['Q10-QU', wards],
    ['Q10-QS', ['PTKV']],
    ['Q10-MTTQ', ['VL-MTTQ', 'DH-MTTQ']],
  ] as const) {
    await desk.the(ReorganisationService).record(act, {
      kind: 'DISSOLVED',
      effectiveOn: '2025-07-01',
      predecessorIds: [idOf(cast, code)],
      successorIds: successors.map((successor) => idOf(cast, successor)),
      basisNumber: '203/2025/QH15',
      basisIssuer: 'Quốc hội',
      basisTitle: 'Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp',
    });
  }
  await desk.night('2025-07-01');
}
