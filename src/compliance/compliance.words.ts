import { periodName } from '../core/derivation-words.js';
import { COMMITMENT_KINDS, type CommitmentKind } from '../commitments/commitment.words.js';

export const DUTIES = ['REPORT', 'REVIEW', 'FOLLOW_UP'] as const;
export type Duty = (typeof DUTIES)[number];

export const SENSES = ['NOW', 'THEN'] as const;
/** What is known now about a day, or what was known on it. */
export type Sense = (typeof SENSES)[number];

export const DUTY_KINDS = [...COMMITMENT_KINDS, 'FOLLOW_UP'] as const;
export type DutyKind = CommitmentKind | 'FOLLOW_UP';

interface Label {
  vi: string;
  en: string;
}

const KIND_LABELS: Record<DutyKind, Label> = {
  CONTINUOUS: { vi: 'Việc thường xuyên', en: 'Continuous duty' },
  ACTIVITY: { vi: 'Hoạt động', en: 'Activity' },
  REPORT: { vi: 'Báo cáo', en: 'Report' },
  INFO_EXCHANGE: { vi: 'Trao đổi thông tin', en: 'Exchange of information' },
  MEETING: { vi: 'Giao ban', en: 'Regular coordination meeting' },
  INTERIM_REVIEW: { vi: 'Sơ kết', en: 'Interim review' },
  FINAL_REVIEW: { vi: 'Tổng kết', en: 'Final review' },
  INSPECTION: { vi: 'Kiểm tra, giám sát', en: 'Inspection and supervision' },
  PLAN: { vi: 'Kế hoạch', en: 'Plan' },
  TRAINING: { vi: 'Tập huấn, bồi dưỡng', en: 'Training' },
  MODEL: { vi: 'Mô hình, cách làm hay', en: 'Good model' },
  COMMENDATION: { vi: 'Biểu dương, khen thưởng', en: 'Praise and commendation' },
  DEADLINE: { vi: 'Việc có thời hạn', en: 'Task with a deadline' },
  FOLLOW_UP: { vi: 'Việc phải làm sau sơ kết, tổng kết', en: 'Follow-up action' },
};

export function kindLabel(kind: DutyKind): Label {
  return KIND_LABELS[kind];
}

/** The period's name, with the report year beside it when the name does not say it: "Lần 3 (2026)". */
export function periodLabel(key: string, reportYear: number): Label {
  const withYear = (name: string): string => (name.includes(String(reportYear)) ? name : `${name} (${reportYear})`);
  return { vi: withYear(periodName(key, 'vi')), en: withYear(periodName(key, 'en')) };
}
