import { describe, expect, it } from '@jest/globals';
import { allRefusals, Refusal, refusalsOf, refusalText } from '../../src/core/refusal.js';

const refuse = refusalsOf('tea', {
  cold: { status: 409, vi: 'Trà nguội: {degrees} độ, {who}.', en: 'Tea is cold: {degrees} degrees, {who}.' },
});

describe('a refusal', () => {
  it('carries its code, status, facts and pointer', () => {
    const refusal = refuse('cold', { degrees: 20 }, '/cups/0');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'tea.cold', status: 409, facts: { degrees: 20 }, pointer: '/cups/0' });
  });

  it('fills its sentence in the asked language and keeps the placeholder of a missing fact', () => {
    expect(refusalText('tea.cold', { degrees: 0, who: 'An' }, 'vi')).toBe('Trà nguội: 0 độ, An.');
    expect(refuse('cold', { degrees: 20 }).message).toBe('Tea is cold: 20 degrees, {who}.');
  });

  it('reads a date as the reader writes it', () => {
    expect(refusalText('tea.cold', { degrees: 1, who: '2026-01-05' }, 'vi')).toBe('Trà nguội: 1 độ, 05/01/2026.');
    expect(refusalText('tea.cold', { degrees: 1, who: '2026-01-05' }, 'en')).toContain('2026-01-05');
  });

  it('of an undeclared code answers with the code', () => {
    expect(refusalText('tea.spilt', {}, 'en')).toBe('tea.spilt');
  });

  it('is declared once', () => {
    expect(() => refusalsOf('tea', { cold: { status: 409, vi: '', en: '' } })).toThrow('declared twice: tea.cold');
    expect(allRefusals().has('tea.cold')).toBe(true);
  });
});
