import { useFormats } from '../ui/format.js';

interface Period {
  periodKey: string;
  periodVi: string;
  periodEn: string;
}

/** "Báo cáo công tác dân vận – Quý IV/2026"; what is owed only once is called by its own name alone. */
export function useDutyTitle(): (what: string, period: Period) => string {
  const { say } = useFormats();
  return (what, { periodKey, periodVi, periodEn }) =>
    periodKey === 'ONCE' ? what : `${what} – ${say(periodVi, periodEn)}`;
}
