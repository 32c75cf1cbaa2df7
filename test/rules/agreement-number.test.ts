import { describe, expect, it } from '@jest/globals';
import { parseAgreementNumber } from '../../src/agreements/agreement-number.rules.js';

describe('a printed number is parsed as a convenience, the 25 of domain §3.4', () => {
  it.each<[string, number, number | null, string | null, string]>([
    ['69/QCPH-HĐND-UBND-MTTQ', 69, null, 'QCPH', 'HĐND UBND MTTQ'],
    ['06/QC-TT.HĐND-UBND', 6, null, 'QC', 'TT.HĐND UBND'],
    ['01/QCPH/UBND-UBMTTQ', 1, null, 'QCPH', 'UBND UBMTTQ'],
    ['403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN', 403, 2017, 'NQLT', 'UBTVQH14 CP ĐCTUBTWMTTQVN'],
    ['72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN', 72, 2025, 'NQLT', 'UBTVQH15 CP ĐCTUBTWMTTQVN'],
    ['89/CTrPH-CAT-UBMTTQVNT-SNV-CNNHCSXHT', 89, null, 'CTrPH', 'CAT UBMTTQVNT SNV CNNHCSXHT'],
    ['63/KHPH-MTTQ-UBND', 63, null, 'KHPH', 'MTTQ UBND'],
    ['01/KHPH-CSMT-GHPGVN-LNKL', 1, null, 'KHPH', 'CSMT GHPGVN LNKL'],
    ['85/2016/TTLT-BTC-BCA', 85, 2016, 'TTLT', 'BTC BCA'],
    ['16/2013/TTLT-BYT-BNN&PTNT', 16, 2013, 'TTLT', 'BYT BNN&PTNT'],
    ['235/2009/TTLT/BTC-BGTVT-BTT', 235, 2009, 'TTLT', 'BTC BGTVT BTT'],
    ['01/1999/NQLT-TP-VHTT-NNPTNT-DTMN-ND', 1, 1999, 'NQLT', 'TP VHTT NNPTNT DTMN ND'],
    ['01-TBLT/SNV-STC', 1, null, 'TBLT', 'SNV STC'],
    ['Số 09-QC/TW', 9, null, 'QC', 'TW'],
    ['24-KH/BDVTU', 24, null, 'KH', 'BDVTU'],
    ['34-KH/HU', 34, null, 'KH', 'HU'],
    ['03-KH/BCĐ', 3, null, 'KH', 'BCĐ'],
    ['283-QĐ/TW', 283, null, 'QĐ', 'TW'],
    ['399-QĐ/TW', 399, null, 'QĐ', 'TW'],
    ['05-HD/VPTW', 5, null, 'HD', 'VPTW'],
    ['1270/BC-TCTTTg', 1270, null, 'BC', 'TCTTTg'],
    ['Số: 15/QĐ-BNV', 15, null, 'QĐ', 'BNV'],
    ['Số 01-QC/BTGQU-ĐUQS', 1, null, 'QC', 'BTGQU ĐUQS'],
    ['Số: 12/CTrPH-BTG-BCHQS', 12, null, 'CTrPH', 'BTG BCHQS'],
    ['249/MTTQ-BTT', 249, null, null, 'MTTQ BTT'],
  ])('%s', (printed, seq, year, type, orgs) => {
    expect(parseAgreementNumber(printed)).toEqual({ seq, year, type, orgs: orgs.split(' ') });
    expect(parseAgreementNumber(printed.normalize('NFD')).type).toBe(type);
  });

  it('tolerates blanks and dashes of other kinds', () => {
    expect(parseAgreementNumber('Số: 367 - QĐ/TWĐTN–VP')).toMatchObject({
      seq: 367,
      type: 'QĐ',
      orgs: ['TWĐTN', 'VP'],
    });
  });

  it.each(['', 'không số', 'Số …/QC-UBND', 'QC/TW', '123456789/QC-TW', '12', '/-/-'])(
    'never throws and never refuses: %p has null parts',
    (printed) => {
      expect(parseAgreementNumber(printed)).toEqual({ seq: null, year: null, type: null, orgs: [] });
    },
  );
});
