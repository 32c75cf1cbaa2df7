import { formatDate } from '../core/vietnamese.js';

/** What is odd about an agreement that is about to be activated, and refuses nothing. */
export const READINESS = [
  'readiness.no-number',
  'readiness.no-signed-text',
  'readiness.no-clause',
  'readiness.no-commitment',
  'readiness.no-lead',
  'readiness.several-leads',
  'readiness.no-term',
  'readiness.in-force-assumed',
  'readiness.past-not-followed',
  'readiness.needs-interval',
  'readiness.nothing-due',
  'readiness.provisional-dates',
  'readiness.cannot-plan-later',
] as const;
export type ReadinessCode = (typeof READINESS)[number];

const WORDS: Readonly<Record<ReadinessCode, Readonly<Record<'vi' | 'en', string>>>> = {
  'readiness.no-number': { vi: 'Văn bản chưa có số, ký hiệu.', en: 'The agreement has no number.' },
  'readiness.no-signed-text': { vi: 'Chưa có bản ký kèm theo.', en: 'The signed text is not attached.' },
  'readiness.no-clause': { vi: 'Chưa nhập điều khoản nào.', en: 'No clause is entered.' },
  'readiness.no-commitment': { vi: 'Chưa nhập cam kết nào.', en: 'No commitment is entered.' },
  'readiness.no-lead': { vi: 'Cam kết «{title}» chưa có cơ quan chủ trì.', en: 'The commitment {title} has no lead.' },
  'readiness.several-leads': {
    vi: 'Cam kết «{title}» có nhiều cơ quan chủ trì.',
    en: 'The commitment {title} has several leads.',
  },
  'readiness.no-term': { vi: 'Chưa rõ thời hạn.', en: 'The term is not known.' },
  'readiness.in-force-assumed': {
    vi: 'Chưa ghi ngày có hiệu lực: lấy ngày {on}.',
    en: 'Entry into force is not stated: {on} is taken.',
  },
  'readiness.past-not-followed': {
    vi: 'Có hiệu lực từ {from} nhưng chỉ theo dõi từ {on}: kỳ đến hạn trước ngày đó không tính.',
    en: 'In force from {from} but followed since {on}: what was due before that day does not count.',
  },
  'readiness.needs-interval': {
    vi: '{count} lịch báo cáo hoặc sơ kết, tổng kết chưa có kỳ hạn.',
    en: '{count} schedules or review cycles have no interval.',
  },
  'readiness.nothing-due': {
    vi: 'Chưa có kỳ báo cáo hay sơ kết, tổng kết nào đến hạn trong thời gian tới.',
    en: 'No report and no review falls due in the time ahead.',
  },
  'readiness.provisional-dates': {
    vi: '{count} hạn thuộc năm chưa công bố lịch nghỉ nên còn có thể dời.',
    en: '{count} due dates lie in years whose days off are not announced yet and may still move.',
  },
  'readiness.cannot-plan-later': {
    vi: 'Khi văn bản có hiệu lực sẽ chưa lập được kỳ hạn: {message}',
    en: 'When the agreement enters into force no dates will follow: {message}',
  },
};

export function readinessWords(
  code: ReadinessCode,
  facts: Readonly<Record<string, string | number>>,
  language: 'vi' | 'en',
): string {
  return WORDS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = String(facts[name] ?? '');
    return /^\d{4}-\d{2}-\d{2}$/.test(fact) ? formatDate(fact, language) : fact;
  });
}
