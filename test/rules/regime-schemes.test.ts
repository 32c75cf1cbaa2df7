import { describe, expect, it } from '@jest/globals';
import { allRefusals, Refusal } from '../../src/core/refusal.js';
import { PRESET_SCHEMES } from '../../src/regime/presets.js';
import { readScheme } from '../../src/regime/scheme.rules.js';

type Asked = Parameters<typeof readScheme>[0];

const EMPTY: Asked = {
  code: 'RIENG',
  nameVi: 'Chế độ riêng',
  nameEn: 'Our own',
  basis: null,
  roll: 'NEXT',
  beforeCountsDay: false,
  windows: {},
  dues: {},
};

function refusalOf(changes: Partial<Asked>): Pick<Refusal, 'code' | 'pointer'> | null {
  try {
    readScheme({ ...EMPTY, ...changes });
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(allRefusals().has(error.code)).toBe(true);
    return { code: error.code, pointer: error.pointer };
  }
}

const at = (month: number, day: number | 'LAST', yearOffset = 0) => ({ month, day, yearOffset });

describe('a reporting scheme', () => {
  it('of the presets is read as it stands', () => {
    for (const preset of PRESET_SCHEMES) {
      expect(readScheme(JSON.parse(JSON.stringify(preset)) as Asked)).toEqual(preset);
    }
  });

  it('may be empty: everything then follows the calendar', () => {
    expect(readScheme(EMPTY)).toEqual(EMPTY);
  });
});

describe('a window of a scheme', () => {
  it('is written in one of two forms', () => {
    const spans = [{ from: at(1, 1), to: at(12, 31) }];
    expect(refusalOf({ windows: { YEAR: {} } })).toEqual({ code: 'scheme.cutoff-one-form', pointer: '/windows/YEAR' });
    expect(refusalOf({ windows: { YEAR: { monthOffset: 1 } } })?.code).toBe('scheme.cutoff-one-form');
    expect(refusalOf({ windows: { YEAR: { startDay: 1, spans } } })?.code).toBe('scheme.cutoff-one-form');
    expect(refusalOf({ windows: { YEAR: { spans } } })).toBeNull();
    expect(refusalOf({ windows: { YEAR: { startDay: 1 } } })).toBeNull();
  });

  it('starts on day 1 to 28, less than twelve months away', () => {
    expect(refusalOf({ windows: { MONTH: { startDay: 28, monthOffset: -11 } } })).toBeNull();
    expect(refusalOf({ windows: { MONTH: { startDay: 29, monthOffset: 0 } } })).toEqual({
      code: 'schedule.start-day-unfit',
      pointer: '/windows/MONTH/startDay',
    });
    expect(refusalOf({ windows: { QUARTER: { startDay: 1, monthOffset: -12 } } })).toEqual({
      code: 'schedule.month-offset-unfit',
      pointer: '/windows/QUARTER/monthOffset',
    });
  });

  it('of a week starts on a weekday and nothing else', () => {
    expect(refusalOf({ windows: { WEEK: { startDay: 7 } } })).toBeNull();
    expect(refusalOf({ windows: { WEEK: { startDay: 8 } } })).toEqual({
      code: 'schedule.weekday-unfit',
      pointer: '/windows/WEEK/startDay',
    });
    expect(refusalOf({ windows: { WEEK: { startDay: 1, monthOffset: 1 } } })?.pointer).toBe(
      '/windows/WEEK/monthOffset',
    );
    const spans = [{ from: at(1, 1), to: at(1, 7) }];
    expect(refusalOf({ windows: { WEEK: { spans } } })).toEqual({
      code: 'scheme.spans-unfit',
      pointer: '/windows/WEEK/spans',
    });
  });

  it('has dates that exist in every year: 30/6 and the last of June, not 31/6; 28/2, not 29/2', () => {
    const ending = (month: number, day: number | 'LAST') =>
      refusalOf({ windows: { YEAR: { spans: [{ from: at(1, 1), to: at(month, day) }] } } });
    expect(ending(6, 30)).toBeNull();
    expect(ending(6, 'LAST')).toBeNull();
    expect(ending(6, 31)).toEqual({ code: 'schedule.impossible-date', pointer: '/windows/YEAR/spans/0/to/day' });
    expect(ending(2, 28)).toBeNull();
    expect(ending(2, 29)?.code).toBe('schedule.impossible-date');
  });

  it('ends after it starts, and the next starts after it', () => {
    const [first, second] = [
      { from: at(1, 1), to: at(6, 30) },
      { from: at(7, 1), to: at(12, 31) },
    ];
    expect(refusalOf({ windows: { HALF_YEAR: { spans: [first, second] } } })).toBeNull();
    expect(refusalOf({ windows: { HALF_YEAR: { spans: [second, first] } } })).toEqual({
      code: 'scheme.spans-out-of-order',
      pointer: '/windows/HALF_YEAR/spans/1/from',
    });
    const touching = { ...second, from: at(6, 30) };
    expect(refusalOf({ windows: { HALF_YEAR: { spans: [first, touching] } } })?.code).toBe('scheme.spans-out-of-order');
    const reversed = { from: at(6, 30), to: at(1, 1) };
    expect(refusalOf({ windows: { YEAR: { spans: [reversed] } } })).toEqual({
      code: 'schedule.window-ends-before-it-starts',
      pointer: '/windows/YEAR/spans/0/to',
    });
  });

  it('is written for each period of the year, with supplements after', () => {
    const spans = [{ from: at(1, 1), to: at(6, 30) }];
    expect(refusalOf({ windows: { HALF_YEAR: { spans } } })).toEqual({
      code: 'scheme.too-few-spans',
      pointer: '/windows/HALF_YEAR/spans',
    });
    const withSupplement = [...spans, { from: at(7, 1), to: at(12, 31) }];
    expect(refusalOf({ windows: { YEAR: { spans: withSupplement } } })).toBeNull();
  });
});

describe('a due rule of a scheme', () => {
  const due = (
    type: 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR',
    ...rules: NonNullable<Asked['dues']['YEAR']>
  ) => refusalOf({ dues: { [type]: rules } });

  it('names a date that exists in every period it serves', () => {
    const by = (day: number | 'LAST') => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day }) as const;
    expect(due('HALF_YEAR', by(30))).toBeNull();
    expect(due('HALF_YEAR', by(31))).toEqual({ code: 'schedule.impossible-date', pointer: '/dues/HALF_YEAR/0/day' });
    expect(due('YEAR', by(31))).toBeNull();
    expect(due('MONTH', by(28))).toBeNull();
    expect(due('MONTH', by(29))?.code).toBe('schedule.impossible-date');
    expect(due('MONTH', by('LAST'))).toBeNull();
    expect(due('YEAR', { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 })?.code).toBe(
      'schedule.impossible-date',
    );
  });

  it('is checked in every tier', () => {
    const rule = { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 15 } as const;
    expect(due('MONTH', rule, { ...rule, day: 16 })).toBeNull();
    expect(due('MONTH', rule, { ...rule, day: 30 })?.pointer).toBe('/dues/MONTH/1/day');
  });

  it('is no fixed date when the year has several such periods, and no event', () => {
    const fixed = { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 7 } as const;
    expect(due('YEAR', fixed)).toBeNull();
    expect(due('HALF_YEAR', fixed)).toEqual({
      code: 'schedule.fixed-date-serves-one-period',
      pointer: '/dues/HALF_YEAR/0/anchor',
    });
    expect(due('MONTH', { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 3 })?.code).toBe('schedule.event-unfit');
  });

  it('holds no part without effect', () => {
    expect(due('MONTH', { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 15, weekday: 3 })).toEqual({
      code: 'scheme.part-unused',
      pointer: '/dues/MONTH/0/weekday',
    });
    expect(due('MONTH', { qualifier: 'BY', anchor: 'CUTOFF', dayKind: 'WORKING' })?.code).toBe(
      'scheme.days-kind-without-days',
    );
    expect(due('MONTH', { qualifier: 'BY', anchor: 'CUTOFF', nDays: 5, dayKind: 'WORKING' })).toBeNull();
  });

  it('for a week names its weekday', () => {
    expect(due('WEEK', { qualifier: 'BY', anchor: 'WEEKDAY', weekday: 5 })).toBeNull();
    expect(due('WEEK', { qualifier: 'BY', anchor: 'WEEKDAY' })).toEqual({
      code: 'schedule.weekday-unfit',
      pointer: '/dues/WEEK/0/weekday',
    });
  });
});
