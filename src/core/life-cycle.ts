import { refusalsOf } from './refusal.js';

const refuse = refusalsOf('life-cycle', {
  forbidden: {
    status: 409,
    vi: 'Không thể thực hiện «{verb}» khi {noun} đang ở trạng thái «{state}».',
    en: 'Cannot {verb}: {noun} is in state {state}.',
  },
});

export interface LifeCycleTable<S extends string, V extends string> {
  readonly initial: NoInfer<S> | readonly NoInfer<S>[];
  readonly final: readonly NoInfer<S>[];
  /** state → verb → target state */
  readonly states: { readonly [state in S]: { readonly [verb in V]?: NoInfer<S> } };
}

export interface LifeCycle<S extends string, V extends string> {
  readonly name: string;
  readonly initial: readonly S[];
  readonly final: readonly S[];
  readonly states: readonly S[];
  readonly verbs: readonly V[];
  /** The state that the verb leads to; refuses life-cycle.forbidden (409) with {noun, state, verb}. */
  readonly next: (state: S, verb: V) => S;
  readonly can: (state: S, verb: V) => boolean;
  /** What is unsound in the table, as sentences; empty when sound. */
  readonly flaws: () => string[];
}

type AnyLifeCycle = Pick<LifeCycle<string, string>, 'name' | 'initial' | 'final' | 'states' | 'verbs' | 'flaws'>;

const registry = new Map<string, AnyLifeCycle>();

/** Declares the life cycle of a noun as a table; throws an Error when the name is declared twice. */
export function defineLifeCycle<const S extends string, const V extends string>(
  name: string,
  table: LifeCycleTable<S, V>,
): LifeCycle<S, V> {
  if (registry.has(name)) throw new Error(`life cycle declared twice: ${name}`);
  const moves = movesOf<S>(table.states);
  const initial = typeof table.initial === 'string' ? [table.initial] : table.initial;
  const target = (state: S, verb: V): S | undefined => moves.get(state)?.get(verb);
  const cycle: LifeCycle<S, V> = {
    name,
    initial,
    final: table.final,
    states: [...moves.keys()] as S[],
    verbs: [...new Set([...moves.values()].flatMap((verbs) => [...verbs.keys()]))] as V[],
    next(state, verb) {
      const to = target(state, verb);
      if (to === undefined) throw refuse('forbidden', { noun: name, state, verb });
      return to;
    },
    can: (state, verb) => target(state, verb) !== undefined,
    flaws: () => flawsOf(moves, initial, table.final),
  };
  registry.set(name, cycle);
  return cycle;
}

/** Every declared life cycle, for the fence that walks them all. */
export function allLifeCycles(): readonly AnyLifeCycle[] {
  return [...registry.values()];
}

type Moves = ReadonlyMap<string, ReadonlyMap<string, string>>;

function movesOf<S extends string>(states: Readonly<Record<string, unknown>>): Map<string, Map<string, S>> {
  return new Map(
    Object.entries(states).map(([state, verbs]) => [state, new Map(Object.entries(verbs as Record<string, S>))]),
  );
}

function flawsOf(moves: Moves, initial: readonly string[], final: readonly string[]): string[] {
  const reached = reachable(moves, initial);
  const flaws = [...initial, ...final].filter((s) => !moves.has(s)).map((s) => `${s}: named but not in the table`);
  if (initial.length === 0) flaws.push('no initial state');
  for (const [state, verbs] of moves) {
    for (const [verb, to] of verbs) if (!moves.has(to)) flaws.push(`${state}: ${verb} leads to unknown state ${to}`);
    if (!reached.has(state)) flaws.push(`${state}: cannot be reached`);
    if (final.includes(state) && verbs.size > 0) flaws.push(`${state}: final but has a way out`);
    if (!final.includes(state) && verbs.size === 0) flaws.push(`${state}: no way out and not final`);
  }
  return flaws;
}

function reachable(moves: Moves, initial: readonly string[]): Set<string> {
  const reached = new Set(initial);
  // A Set iterates over what is added during the walk, so this follows every path once.
  for (const state of reached) for (const to of moves.get(state)?.values() ?? []) reached.add(to);
  return reached;
}
