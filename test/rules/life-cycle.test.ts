import { describe, expect, it } from '@jest/globals';
import { allLifeCycles, defineLifeCycle } from '../../src/core/life-cycle.js';

const letter = defineLifeCycle('letter', {
  initial: ['draft', 'scanned'],
  final: ['sent'],
  states: {
    draft: { sign: 'signed' },
    scanned: { check: 'signed' },
    signed: { send: 'sent', reopen: 'draft' },
    sent: {},
  },
});

describe('a life cycle', () => {
  it('leads a verb to its target', () => {
    expect(letter.next('draft', 'sign')).toBe('signed');
    expect(letter.states).toEqual(['draft', 'scanned', 'signed', 'sent']);
  });

  it('refuses a verb that the state does not know, with its facts', () => {
    expect(letter.can('draft', 'send')).toBe(false);
    expect(() => letter.next('draft', 'send')).toThrow(
      expect.objectContaining({
        code: 'life-cycle.forbidden',
        status: 409,
        facts: { noun: 'letter', state: 'draft', verb: 'send' },
      }),
    );
  });

  it('knows no verb that only objects have', () => {
    expect(letter.can('draft', 'toString' as never)).toBe(false);
  });

  it('is checked by the compiler', () => {
    // @ts-expect-error an unknown verb
    expect(letter.can('draft', 'burn')).toBe(false);
    // @ts-expect-error an unknown state
    expect(letter.can('lost', 'sign')).toBe(false);
  });

  it('with several initial states is sound and registered', () => {
    expect(letter.flaws()).toEqual([]);
    expect(allLifeCycles().map(({ name }) => name)).toContain('letter');
  });

  it('is declared once', () => {
    expect(() => defineLifeCycle('letter', { initial: 'a', final: ['a'], states: { a: {} } })).toThrow('twice');
  });

  it('names every flaw', () => {
    const broken = defineLifeCycle('broken', {
      initial: 'a',
      final: ['b', 'ghost' as never],
      states: { a: { go: 'b', fly: 'moon' as never }, b: { back: 'a' }, island: {} },
    });
    expect(broken.flaws()).toEqual([
      'ghost: named but not in the table',
      'a: fly leads to unknown state moon',
      'b: final but has a way out',
      'island: cannot be reached',
      'island: no way out and not final',
    ]);
  });
});
