import type { Schemas } from '../api/client.js';
import { newSchedule, sentSchedule, type ScheduleTyped } from './interval.js';
import { readIntervals } from './interval-read.js';

export type Role = Schemas['CommitmentRole'];
export type CommitmentKind = Schemas['CommitmentKind'];

export interface CommitmentTyped {
  title: string;
  kind: CommitmentKind;
  expectedResult: string;
  target: { quantity: number | null; unit: string; per: string };
  clauseIds: string[];
  bodies: Schemas['CommitmentBodyField'][];
  recipientId: string | null;
  schedules: ScheduleTyped[];
}

export interface ClauseQuoted {
  id: string;
  label: string | null;
  heading: string | null;
  text: string;
}

/** Words that tell the kind, the first that is found. */
const KIND_WORDS: readonly (readonly [RegExp, CommitmentKind])[] = [
  [/tổng kết/i, 'FINAL_REVIEW'],
  [/sơ kết/i, 'INTERIM_REVIEW'],
  [/giao ban|họp định kỳ/i, 'MEETING'],
  [/biểu dương|khen thưởng|tôn vinh/i, 'COMMENDATION'],
  [/nhân rộng|mô hình|cách làm hay/i, 'MODEL'],
  [/tập huấn|bồi dưỡng/i, 'TRAINING'],
  [/kiểm tra|giám sát/i, 'INSPECTION'],
  [/báo cáo/i, 'REPORT'],
  [/xây dựng kế hoạch|ban hành kế hoạch/i, 'PLAN'],
  [/trao đổi|cung cấp thông tin|thông báo/i, 'INFO_EXCHANGE'],
  [/thường xuyên/i, 'CONTINUOUS'],
];

function kindOf(text: string): CommitmentKind {
  return KIND_WORDS.find(([words]) => words.test(text))?.[1] ?? 'ACTIVITY';
}

const TITLE_LENGTH = 160;

/** The first sentence of the clause, cut at a word. */
function titleOf({ heading, text }: ClauseQuoted): string {
  const first = (heading?.trim() || text.trim()).split(/[.;:\n]/)[0]?.trim() ?? '';
  if (first.length <= TITLE_LENGTH) return first;
  return first.slice(0, first.lastIndexOf(' ', TITLE_LENGTH));
}

/** Whoever stands before "chủ trì" in the sentence leads; else the first party, the others coordinate. */
function rolesOf(text: string, parties: readonly { bodyId: string; name: string }[]): CommitmentTyped['bodies'] {
  const [before = ''] = text.split(/chủ trì/i);
  const named = /chủ trì/i.test(text)
    ? parties.filter(({ name }) => before.toLowerCase().includes(name.toLowerCase()))
    : [];
  const lead = named.at(-1) ?? parties[0];
  return parties.map(({ bodyId }) => ({ bodyId, role: bodyId === lead?.bodyId ? 'LEAD' : 'COORDINATE' }));
}

/** What a clause suggests; everything is shown and can be changed before it is saved. */
export function suggested(
  clause: ClauseQuoted | null,
  parties: readonly { bodyId: string; name: string }[],
): CommitmentTyped {
  const text = clause === null ? '' : `${clause.heading ?? ''} ${clause.text}`;
  const sentence =
    text
      .split(/(?<=[.;\n])\s+/)
      .find((part) => readIntervals(part).length > 0)
      ?.trim() ?? '';
  const own = { clauseId: clause?.id ?? null, textAsWritten: sentence };
  const read = sentence === '' ? [] : readIntervals(sentence);
  return {
    title: clause === null ? '' : titleOf(clause),
    kind: kindOf(text),
    expectedResult: '',
    target: { quantity: null, unit: '', per: '' },
    clauseIds: clause === null ? [] : [clause.id],
    bodies: rolesOf(text, parties),
    recipientId: null,
    schedules: (read.length > 0 ? read : [{}]).map((interval) => newSchedule({ ...own, ...interval })),
  };
}

export function typedCommitment(answer: Schemas['CommitmentAnswer']): CommitmentTyped {
  const { title, kind, expectedResult, target, clauseIds, bodies, recipientId } = answer;
  return {
    ...{ title, kind, expectedResult: expectedResult ?? '', clauseIds, recipientId, schedules: [] },
    target: { quantity: target?.quantity ?? null, unit: target?.unit ?? '', per: target?.per ?? '' },
    bodies: bodies.map(({ bodyId, role, fromOn, toOn }) => ({ bodyId, role, fromOn, toOn })),
  };
}

export function sentCommitment({
  schedules,
  target,
  expectedResult,
  ...rest
}: CommitmentTyped): Schemas['NewCommitment'] {
  const { quantity, unit, per } = target;
  return {
    ...rest,
    title: rest.title.trim(),
    expectedResult: expectedResult.trim() || null,
    target: quantity === null ? null : { quantity, unit: unit.trim(), per: per.trim() || null },
    schedules: schedules.map(sentSchedule),
  };
}
