import { describe, expect, it } from '@jest/globals';
import { derivationWords, periodName } from '../../src/core/derivation-words.js';
import { eventDue } from '../../src/core/planner.js';
import { ND09 } from '../../src/regime/presets.js';
import { aRule, calendar, due, dutyFor, facts } from './planning-cast.js';

describe('the name of a period', () => {
  it.each([
    ['2026-M06', 'Tháng 6/2026', 'Month 6/2026'],
    ['2026-Q3', 'Quý III/2026', 'Q3 2026'],
    ['2026-H1', '6 tháng đầu năm 2026', 'First half of 2026'],
    ['2026-H2', '6 tháng cuối năm 2026', 'Second half of 2026'],
    ['2026-9M', '9 tháng năm 2026', 'Nine months of 2026'],
    ['2026-Y', 'Năm 2026', 'Year 2026'],
    ['2026-Y2', 'Năm 2026 (bổ sung)', 'Year 2026 (supplement)'],
    ['W2026-07-02', 'Tuần từ 02/07/2026', 'Week from 2 Jul 2026'],
    ['N003', 'Lần 3', 'No. 3'],
    ['E2026-07-02', 'Sự kiện ngày 02/07/2026', 'Event of 2 Jul 2026'],
    ['ONCE', 'Một lần', 'Once'],
    ['END', 'Hết thời hạn thỏa thuận', 'End of term'],
    ['anything', 'anything', 'anything'],
  ])('%s is "%s"', (key, vi, en) => {
    expect(periodName(key, 'vi')).toBe(vi);
    expect(periodName(key, 'en')).toBe(en);
  });
});

describe('why this date?', () => {
  it('a rolled date names the scheme and every day off', () => {
    const { derivation } = dutyFor(facts(aRule('MONTHLY'), { scheme: ND09 }), '2026-M04');
    expect(derivationWords(derivation, 'vi')).toBe(
      'Tháng 4/2026 (15/03/2026 – 14/04/2026): hạn chậm nhất ngày 25 tháng cuối kỳ báo cáo theo chế độ báo cáo ND09, ' +
        'tức ngày cuối cùng còn trong hạn là 25/04/2026. Ngày nghỉ: 25/04/2026 (Thứ Bảy), 26/04/2026 (Giỗ Tổ Hùng Vương), ' +
        '27/04/2026 (Nghỉ bù Giỗ Tổ); hạn chuyển sang ngày làm việc tiếp theo 28/04/2026.',
    );
    expect(derivationWords(derivation, 'en')).toBe(
      'Month 4/2026 (15 Mar 2026 – 14 Apr 2026): due by day 25 of the period’s last month under reporting scheme ND09, ' +
        'that is, the last day in time is 25 Apr 2026. Days off: 25 Apr 2026 (Saturday), 26 Apr 2026 (Giỗ Tổ Hùng Vương), ' +
        '27 Apr 2026 (Nghỉ bù Giỗ Tổ); moved to the next working day, 28 Apr 2026.',
    );
  });

  it('a cut window, "trước ngày" and a year not announced are said', () => {
    const rule = aRule('YEARLY', {
      ...due({ qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 1, yearOffset: 1 }),
    });
    const { derivation } = dutyFor(facts(rule, { inForceFrom: '2026-03-01' }), '2026-Y');
    expect(derivationWords(derivation, 'vi')).toBe(
      'Năm 2026 (01/03/2026 – 31/12/2026, tính từ ngày có hiệu lực): hạn trước ngày 15 tháng 1 năm sau, ' +
        'tức ngày cuối cùng còn trong hạn là 14/01/2027. Lịch nghỉ năm 2027 chưa được công bố chính thức.',
    );
    expect(derivationWords(derivation, 'en')).toContain('due before day 15 of month 1 of the year after, that is');
  });

  it('a counted date without a due rule says that none is stated', () => {
    const rule = aRule('EVERY_N_MONTHS', { n: 6, anchor: '2025-08-31', roll: 'NONE' });
    expect(derivationWords(dutyFor(facts(rule), 'N001').derivation, 'vi')).toBe(
      'Lần 1 (31/08/2025 – 27/02/2026): không nêu hạn gửi, lấy ngày tương ứng tính từ 31/08/2025, là 28/02/2026.',
    );
    expect(derivationWords(dutyFor(facts(aRule('YEARLY')), '2026-Y').derivation, 'en')).toBe(
      'Year 2026 (1 Jan 2026 – 31 Dec 2026): no due date stated, so the last day of the period is taken, 31 Dec 2026.',
    );
  });

  it('days after an event are said with their kind', () => {
    const { derivation } = eventDue(
      { qualifier: 'BY', anchor: 'EVENT', nDays: 2, dayKind: 'WORKING' },
      '2026-11-20',
      calendar,
      'NEXT',
    );
    expect(derivationWords(derivation, 'vi')).toBe(
      'Sự kiện ngày 20/11/2026: hạn chậm nhất ngày diễn ra sự kiện cộng 2 ngày làm việc, ' +
        'tức ngày cuối cùng còn trong hạn là 25/11/2026.',
    );
  });
});
