import { describe, expect, it } from '@jest/globals';
import { readAgreement, type Proposal } from '../../../src/intake/proposal.rules.js';
import { linesOf, valuesOf } from './reading.js';
import { countedA, partyB, twoNumbers, typedA } from './word-files.js';

const labels = (proposals: readonly Proposal[]): unknown[] => valuesOf(proposals, 'CLAUSE').map(({ label }) => label);

describe('a regulation in the state form, with typed numbers', () => {
  it('gives its head', async () => {
    const { proposals } = readAgreement(await linesOf(typedA));
    expect(valuesOf(proposals, 'KIND')).toEqual([{ kind: 'REGULATION' }]);
    expect(valuesOf(proposals, 'TITLE')).toEqual([
      {
        title:
          'Quy chế phối hợp công tác giữa Hội đồng nhân dân, Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam phường Tân Hòa nhiệm kỳ 2026 – 2031',
      },
    ]);
    expect(valuesOf(proposals, 'NUMBER')).toEqual([{ printed: '15/QCPH-HĐND-UBND-MTTQ', issuerName: null }]);
    expect(valuesOf(proposals, 'SIGNED_ON')).toEqual([{ signedOn: '2026-01-05' }]);
    expect(valuesOf(proposals, 'PLACE')).toEqual([{ signedAtPlace: 'Tân Hòa' }]);
    expect(valuesOf(proposals, 'TERM')).toEqual([{ termKind: 'TERM_OF_OFFICE', termTo: '2031-12-31' }]);
    expect(valuesOf(proposals, 'IN_FORCE')).toEqual([{ inForceFrom: null }]);
    expect(valuesOf(proposals, 'LINK')).toEqual([
      { kind: 'REPLACES', toText: 'Quy chế số 02/QCPH-HĐND-UBND-MTTQ ngày 10/01/2022' },
    ]);
    expect(valuesOf(proposals, 'LEGAL_BASIS')).toMatchObject([
      { number: null, datedOn: '2025-06-16' },
      { number: '403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN', datedOn: '2017-06-15' },
    ]);
  });

  it('gives three signatories with their authority', async () => {
    const { proposals } = readAgreement(await linesOf(typedA));
    expect(valuesOf(proposals, 'PARTY').filter(({ role }) => role === 'PARTY')).toEqual([
      {
        role: 'PARTY',
        nameAsSigned: 'Hội đồng nhân dân',
        signatoryName: 'Nguyễn Văn An',
        signatoryPosition: 'CHỦ TỊCH',
        authority: 'TM',
      },
      {
        role: 'PARTY',
        nameAsSigned: 'Ủy ban nhân dân',
        signatoryName: 'Trần Thị Bình',
        signatoryPosition: 'PHÓ CHỦ TỊCH',
        authority: 'KT',
      },
      {
        role: 'PARTY',
        nameAsSigned: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Tân Hòa',
        signatoryName: 'Lê Văn Cường',
        signatoryPosition: 'CHỦ TỊCH',
        authority: 'TM',
      },
    ]);
  });

  it('gives its clauses, roles, schedules and reviews beside their sentences', async () => {
    const lines = await linesOf(typedA);
    const { proposals } = readAgreement(lines);
    expect(labels(proposals)).toEqual([
      'Chương I',
      'Điều 1',
      'Điều 2',
      '1.',
      '2.',
      'Chương II',
      'Điều 3',
      '1.',
      '2.',
      'a)',
      'b)',
      'Điều 4',
      'Điều 5',
      '1.',
      '2.',
    ]);
    const [half, year] = proposals.filter(
      ({ part, value }) => part === 'COMMITMENT' && (value['schedules'] as unknown[]).length > 0,
    );
    expect(half).toMatchObject({
      sentence: 'a) 6 tháng: trước ngày 15/6'.slice(3),
      value: {
        kind: 'REPORT',
        schedules: [
          { frequency: 'HALF_YEARLY', included: [1], dues: [{ rule: { qualifier: 'BEFORE', day: 15, month: 6 } }] },
        ],
      },
    });
    expect(year).toMatchObject({
      value: { schedules: [{ frequency: 'YEARLY', dues: [{ rule: { day: 15, month: 12 } }] }] },
    });
    for (const { fromLine, toLine, sentence } of proposals.filter(
      ({ part }) => part === 'COMMITMENT' || part === 'REVIEW',
    ))
      expect(
        lines
          .slice(fromLine - 1, toLine)
          .map(({ text }) => text)
          .join('\n'),
      ).toContain(sentence ?? '?');
    expect(valuesOf(proposals, 'REVIEW')).toMatchObject([
      { kind: 'MEETING', frequency: 'QUARTERLY', host: { stands: 'ALL_PARTIES' } },
      { kind: 'INTERIM_REVIEW', frequency: 'UNSPECIFIED', offered: 'YEARLY' },
      { kind: 'FINAL_REVIEW', frequency: 'UNSPECIFIED', offered: 'END_OF_TERM' },
    ]);
    expect(
      valuesOf(proposals, 'COMMITMENT').find(({ schedules }) => (schedules as unknown[]).length === 0),
    ).toMatchObject({
      bodies: [
        { name: 'Ủy ban nhân dân phường', role: 'LEAD' },
        { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường', role: 'COORDINATE' },
        { name: 'Công an phường', role: 'COORDINATE' },
      ],
    });
  });
});

describe('numbers that Word makes', () => {
  it('are those that Word would print', async () => {
    const { proposals, doubts } = readAgreement(await linesOf(countedA));
    expect(labels(proposals)).toEqual([
      'Chương I',
      'Điều 1',
      '1.',
      '2.',
      'Điều 2',
      '1.',
      'a)',
      'b)',
      '2.',
      'a)',
      'Chương II',
      'Điều 3',
      '1.',
    ]);
    expect(doubts).toEqual([]);
    expect(valuesOf(proposals, 'REVIEW')).toMatchObject([{ kind: 'MEETING', frequency: 'EVERY_N_MONTHS', n: 3 }]);
  });

  it('goes without signatures: the title names the parties', async () => {
    const { proposals } = readAgreement(await linesOf(countedA));
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      { nameAsSigned: 'Công an phường' },
      { nameAsSigned: 'Hội Cựu chiến binh phường' },
    ]);
  });
});

describe('a programme in the Party form', () => {
  it('says what is left blank', async () => {
    const { proposals } = readAgreement(await linesOf(partyB));
    expect(proposals.find(({ part }) => part === 'NUMBER')).toMatchObject({ confidence: 'LOW', missing: ['number'] });
    expect(proposals.find(({ part }) => part === 'SIGNED_ON')).toMatchObject({
      value: { signedOn: null },
      missing: ['signedOn'],
    });
    expect(valuesOf(proposals, 'TERM')).toEqual([{ termKind: 'FIXED', termTo: '2030-12-31' }]);
    expect(valuesOf(proposals, 'LEGAL_BASIS')).toMatchObject([
      { text: 'Căn cứ Điều lệ Đảng' },
      { number: '399-QĐ/TW', datedOn: '2026-01-09' },
    ]);
  });

  it('has its parts, signatures column by column, and its cadence', async () => {
    const { proposals } = readAgreement(await linesOf(partyB));
    expect(labels(proposals)).toEqual(['I-', '1-', '2-', 'II-', '1-', '-', '-', 'III-', '1-', '2-']);
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      {
        nameAsSigned: 'Đảng ủy Quân sự phường',
        signatoryName: 'Đại tá Phạm Văn Dũng',
        signatoryPosition: 'BÍ THƯ',
        authority: 'TM',
      },
      {
        nameAsSigned: 'Ban Tuyên giáo và Dân vận Đảng ủy phường',
        signatoryName: 'Hoàng Thị Em',
        signatoryPosition: 'TRƯỞNG BAN',
      },
    ]);
    expect(valuesOf(proposals, 'REVIEW')).toMatchObject([
      { kind: 'INTERIM_REVIEW', frequency: 'YEARLY' },
      { kind: 'FINAL_REVIEW', frequency: 'END_OF_TERM' },
    ]);
    expect(valuesOf(proposals, 'COMMITMENT')).toMatchObject([
      { target: { quantity: 2, unit: 'chuyên mục', per: 'tháng' }, schedules: [{ frequency: 'MONTHLY' }] },
      { kind: 'INFO_EXCHANGE', schedules: [{ frequency: 'QUARTERLY' }], bodies: [{ stands: 'ALL_PARTIES' }] },
    ]);
  });
});

describe('a plan with a number per party, decomposed letters and old tones', () => {
  it('is read as if they were new', async () => {
    const { proposals } = readAgreement(await linesOf(twoNumbers));
    expect(valuesOf(proposals, 'NUMBER')).toEqual([
      { printed: '07/KHPH-UBND', issuerName: 'UỶ BAN NHÂN DÂN XÃ TAM ĐẢO' },
      { printed: '03/KHPH-HND', issuerName: 'HỘI NÔNG DÂN XÃ TAM ĐẢO' },
    ]);
    expect(valuesOf(proposals, 'TITLE')).toEqual([{ title: 'Kế hoạch liên tịch Hoà giải ở cơ sở năm 2026' }]);
    expect(valuesOf(proposals, 'TERM')).toMatchObject([{ termTo: '2026-12-31' }]);
    expect(valuesOf(proposals, 'COMMITMENT')[0]).toMatchObject({
      schedules: [{ frequency: 'QUARTERLY', dues: [{ rule: { anchor: 'PERIOD_LAST_MONTH', day: 25 } }] }],
    });
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      { signatoryName: 'Vũ Văn Giang' },
      { signatoryName: 'Đặng Thị Hạnh' },
    ]);
  });
});
