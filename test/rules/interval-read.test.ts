import { describe, expect, it } from '@jest/globals';
import { readIntervals } from '../../web/src/commitments/interval-read.js';

/** What was read, in the parts that a sentence names. */
const read = (sentence: string): object[] =>
  readIntervals(sentence).map(({ frequency, n, included, due }) => ({
    frequency,
    ...(n === null ? {} : { n }),
    ...(included === null ? {} : { included }),
    ...(due === null ? {} : { due }),
  }));

const by = (day: number | 'LAST', anchor = 'PERIOD_LAST_MONTH'): object => ({ qualifier: 'BY', anchor, day });
const before = (day: number, anchor = 'PERIOD_LAST_MONTH'): object => ({ qualifier: 'BEFORE', anchor, day });

/** Sentences made for these tests, in the wordings that agreements use. */
describe('the interval in a sentence of an agreement', () => {
  it.each([
    ['Hàng tuần, hai bên trao đổi tình hình.', 'WEEKLY'],
    ['Mỗi tháng gửi danh sách một lần.', 'MONTHLY'],
    ['Hằng quý hai bên họp giao ban.', 'QUARTERLY'],
    ['Định kỳ sáu tháng một lần, hai bên kiểm điểm việc phối hợp.', 'HALF_YEARLY'],
    ['Định kỳ 9 tháng, cơ quan thường trực tổng hợp.', 'NINE_MONTHS'],
    ['Hàng năm tổ chức sơ kết.', 'YEARLY'],
    ['Sau mỗi đợt cao điểm, đơn vị báo cáo kết quả.', 'ON_EVENT'],
    ['Báo cáo đột xuất khi có yêu cầu của cấp trên.', 'ON_REQUEST'],
    ['Khi kết thúc giai đoạn, hai bên tổ chức tổng kết.', 'END_OF_TERM'],
  ])('%s', (sentence, frequency) => {
    expect(read(sentence)).toMatchObject([{ frequency }]);
  });

  it.each([
    ['Ba tháng một lần, hai bên cùng kiểm tra.', { frequency: 'EVERY_N_MONTHS', n: 3 }],
    ['Định kỳ 2 (hai) tháng họp một lần.', { frequency: 'EVERY_N_MONTHS', n: 2 }],
    ['Sơ kết 2 năm một lần.', { frequency: 'EVERY_N_YEARS', n: 2 }],
    ['Năm năm một lần tổng kết Chương trình.', { frequency: 'EVERY_N_YEARS', n: 5 }],
    ['Sơ kết 6 tháng đầu năm.', { frequency: 'HALF_YEARLY', included: [1] }],
    ['Báo cáo 6 tháng cuối năm.', { frequency: 'HALF_YEARLY', included: [2] }],
    ['Báo cáo quý I và quý III.', { frequency: 'QUARTERLY', included: [1, 3] }],
  ])('%s counts', (sentence, asked) => {
    expect(read(sentence)).toMatchObject([asked]);
  });

  it.each([
    ['Hằng tháng, chậm nhất ngày 25, đơn vị gửi báo cáo.', { frequency: 'MONTHLY', due: by(25) }],
    [
      'Hằng tháng gửi số liệu trước ngày 05 tháng sau.',
      { frequency: 'MONTHLY', due: before(5, 'NEXT_PERIOD_FIRST_MONTH') },
    ],
    ['Hằng quý, trước ngày 20 tháng cuối quý, gửi báo cáo.', { frequency: 'QUARTERLY', due: before(20) }],
    ['Hằng tháng, chậm nhất vào ngày cuối cùng, gửi báo cáo.', { frequency: 'MONTHLY', due: by('LAST') }],
    [
      'Hằng năm, trước ngày 15 tháng 12, gửi báo cáo năm.',
      { frequency: 'YEARLY', due: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } },
    ],
    [
      'Sau mỗi vụ việc, trong vòng 5 ngày làm việc, báo cáo bằng văn bản.',
      { frequency: 'ON_EVENT', due: { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 5, dayKind: 'WORKING' } },
    ],
    [
      'Hằng tuần gửi lịch công tác trước thứ sáu.',
      { frequency: 'WEEKLY', due: { qualifier: 'BEFORE', anchor: 'WEEKDAY', weekday: 5 } },
    ],
  ])('%s has its day', (sentence, asked) => {
    expect(read(sentence)).toEqual([expect.objectContaining(asked)]);
  });

  it('reads two dates half a year apart as one half-yearly rule', () => {
    expect(read('Gửi báo cáo trước ngày 15/6 và 15/12 hằng năm.')).toEqual([
      { frequency: 'HALF_YEARLY', due: before(15) },
    ]);
  });

  it('reads every interval of a sentence that names several, each with its own day', () => {
    expect(read('Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12), Ban gửi báo cáo.')).toEqual([
      { frequency: 'HALF_YEARLY', due: before(15) },
      { frequency: 'YEARLY', due: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } },
    ]);
    expect(
      read('Báo cáo tháng, quý và năm theo quy định.').map((one) => (one as { frequency: string }).frequency),
    ).toEqual(['MONTHLY', 'QUARTERLY', 'YEARLY']);
  });

  it.each(['Hai bên tôn trọng lẫn nhau.', 'Ký ngày 15 tháng 6 năm 2025 tại Phường.', ''])(
    'reads nothing where nothing is named: %s',
    (sentence) => {
      expect(read(sentence)).toEqual([]);
    },
  );

  it('is the same in one line and in several, in capitals and in decomposed letters', () => {
    const sentence = 'Hằng quý, chậm nhất ngày 20 tháng cuối quý, gửi báo cáo.';
    const asked = read(sentence);
    expect(asked).toEqual([{ frequency: 'QUARTERLY', due: by(20) }]);
    expect(read(sentence.toUpperCase())).toEqual(asked);
    expect(read(sentence.normalize('NFD'))).toEqual(asked);
    expect(read(sentence.replace(/ /g, '\n'))).toEqual(asked);
  });

  it('gives two dates behind two intervals to each its own, in their order', () => {
    expect(read('Định kỳ 6 tháng, hằng năm, các bên gửi báo cáo trước ngày 15/6 và 15/12.')).toEqual([
      { frequency: 'HALF_YEARLY', due: before(15) },
      { frequency: 'YEARLY', due: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } },
    ]);
  });
});
