import { describe, expect, it } from '@jest/globals';
import { allLifeCycles, defineLifeCycle } from '../../src/core/life-cycle.js';
import { hasWord } from '../../src/core/life-cycle-words.js';
import { allRefusals } from '../../src/core/refusal.js';
import '../../src/app.module.js';

const PLACEHOLDER = /\{(\w+)\}/g;

function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '').sort();
}

describe('life cycles', () => {
  it('are declared by the nouns that have one', () => {
    expect(
      allLifeCycles()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['agreement', 'extension', 'follow_up', 'occurrence', 'review', 'submission']);
  });

  it.each(allLifeCycles().map((cycle) => [cycle.name, cycle] as const))('%s is sound', (_, cycle) => {
    expect(cycle.flaws()).toEqual([]);
  });

  it.each(allLifeCycles().map((cycle) => [cycle.name, cycle] as const))(
    '%s is told in Vietnamese',
    (_, { name, states, verbs }) => {
      expect([name, ...states, ...verbs].filter((word) => !hasWord(word))).toEqual([]);
    },
  );

  it('are noticed when a state cannot be reached or left', () => {
    const planted = defineLifeCycle('planted', {
      initial: 'a',
      final: [],
      states: { a: { go: 'b' }, b: {}, c: { go: 'a' } },
    });
    expect(planted.flaws()).toEqual(['b: no way out and not final', 'c: cannot be reached']);
  });
});

describe('refusals', () => {
  it.each([...allRefusals()])('%s is a sentence in both languages with the same facts', (_, { vi, en }) => {
    expect(vi).toMatch(/[.…!?:}]$|\.$/u);
    expect(en).toMatch(/[.…!?:}]$|\.$/u);
    expect(vi).not.toEqual(en);
    expect(placeholders(vi)).toEqual(placeholders(en));
  });
});
