import { nameOf, resolved, type Contract, type Schema } from './contract.js';
import type { Dice } from './dice.js';
import { kindOfSchema, kindSaid } from './kinds.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_OF_A_KIND = 400;

/** Real rows seen in answers: ids by kind, what stands in one agreement, and the versions. */
export class Pool {
  private readonly kinds = new Map<string, string[]>();
  private readonly names = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  /** Which agreement an id belongs to, and by agreement and kind what belongs to it. */
  private readonly home = new Map<string, string>();
  private readonly near = new Map<string, string[]>();

  constructor(private readonly schemas: Contract['schemas']) {}

  add(kind: string, id: string, agreement?: string): void {
    if (!this.names.has(id)) {
      const list = this.kinds.get(kind) ?? [];
      if (list.length >= MOST_OF_A_KIND) return;
      this.kinds.set(kind, [...list, id]);
      this.names.set(id, `${kind}#${list.length}`);
    }
    if (agreement === undefined) return;
    if (kind !== 'Body') this.home.set(id, agreement);
    const key = `${agreement} ${kind}`;
    const beside = this.near.get(key) ?? [];
    if (!beside.includes(id)) this.near.set(key, [...beside, id]);
  }

  /** `Agreement#3`: what this id is called in every run of the same seed. */
  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  byName(name: string): string | undefined {
    const [kind = '', place] = name.split('#');
    return this.kinds.get(kind)?.[Number(place)];
  }

  versionOf(id: string): number | undefined {
    return this.versions.get(id);
  }

  count(kind: string): number {
    return this.kinds.get(kind)?.length ?? 0;
  }

  /** An id of the kind; mostly of the same agreement as `beside`. */
  pick(dice: Dice, kind: string, beside?: string): string | undefined {
    const agreement = beside === undefined ? undefined : (this.home.get(beside) ?? beside);
    const close = this.near.get(`${agreement ?? ''} ${kind}`) ?? [];
    if (close.length > 0 && dice.chance(80)) return dice.pick(close);
    const all = this.kinds.get(kind) ?? [];
    if (all.length === 0) return undefined;
    // New rows are the ones still open.
    return dice.chance(40) ? dice.pick(all.slice(-12)) : dice.pick(all);
  }

  /** Learns every id and version that an answer of this schema shows. */
  learn(schema: Schema, value: unknown, agreement?: string): void {
    if (typeof value !== 'object' || value === null) return;
    for (const choice of schema.anyOf ?? []) this.learn(choice, value, agreement);
    const shape = resolved(schema, this.schemas);
    if (Array.isArray(value)) {
      for (const item of value) this.learn(shape.items ?? {}, item, agreement);
      return;
    }
    const row = value as Record<string, unknown>;
    const kind = kindOfSchema(nameOf(schema) ?? nameOf(schema.allOf?.[0] ?? {}) ?? '');
    const own = kind === 'Agreement' ? row['id'] : row['agreementId'];
    const home = typeof own === 'string' ? own : agreement;
    if (typeof row['id'] === 'string' && kind !== '') {
      this.add(kind, row['id'], home);
      if (typeof row['version'] === 'number') this.versions.set(row['id'], row['version']);
    }
    for (const [field, part] of Object.entries(row)) {
      const inner = shape.properties?.[field];
      const said = kindSaid(field);
      if (said !== null && typeof part === 'string' && UUID.test(part)) this.add(said, part, home);
      else if (inner) this.learn(inner, part, home);
    }
  }
}
