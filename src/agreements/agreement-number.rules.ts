/** The parts of a printed number, as a convenience: what is stored and shown is the number as printed. */
export interface AgreementNumberParts {
  readonly seq: number | null;
  readonly year: number | null;
  /** Kind of document as abbreviated: 'QCPH', 'NQLT'; null for a công văn. */
  readonly type: string | null;
  /** Bodies as abbreviated, in order; empty when not parsable. */
  readonly orgs: readonly string[];
}

const UNPARSABLE: AgreementNumberParts = { seq: null, year: null, type: null, orgs: [] };

const TYPES =
  'NQLT|TTLT|TBLT|KHLT|QCPH|QCLT|CTrPH|CTPH|KHPH|QyĐ|CTr|TTr|QĐ|QC|NQ|CT|KL|KH|HD|BC|TB|TC|ĐA|PA|DA|BB|CĐ|HĐ|GM|CV|TT';

const NUMBER = new RegExp(
  String.raw`^(?:Số\s*:?\s*)?(?<seq>\d{1,5})(?:/(?<year>\d{4}))?[-/](?:(?<type>${TYPES})(?=[-/]|$)[-/]?)?(?<orgs>.*)$`,
);

/**
 * Sequence, year, type and bodies of a number in Party (09-QC/TW) or state form (403/2017/NQLT-CP); never throws, parts
 * are null when not parsable. A body with a hyphen of its own is split all the same. (NĐ 30/2020; 399-QĐ/TW.)
 */
export function parseAgreementNumber(printed: string): AgreementNumberParts {
  const tidy = printed
    .normalize('NFC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s*([-/])\s*/g, '$1')
    .trim();
  const groups = NUMBER.exec(tidy)?.groups;
  if (groups === undefined) return UNPARSABLE;
  const { seq, year, type, orgs = '' } = groups;
  return {
    seq: Number(seq),
    year: year === undefined ? null : Number(year),
    type: type ?? null,
    orgs: orgs
      .split('-')
      .map((org) => org.trim())
      .filter((org) => org !== ''),
  };
}
