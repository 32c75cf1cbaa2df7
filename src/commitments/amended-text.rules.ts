import { addDays, type CivilDate } from '../core/civil-date.js';
import type { Deed } from './amendment.entity.js';
import { refuseAmendment } from './amendment.refusals.js';
import type { Clause } from './clause.entity.js';
import { refuseClause } from './clause.refusals.js';
import type { AmendmentOp, ClauseKind } from './commitment.words.js';

export type ClauseVersion = Omit<Clause, 'agreementId' | 'startedBy' | 'endedBy' | 'version'>;

export interface TextChange {
  op: AmendmentOp;
  clauseId?: string | null;
  key?: string;
  parentKey?: string;
  parentId?: string | null;
  afterId?: string | null;
  kind?: ClauseKind;
  label?: string | null;
  heading?: string | null;
  text?: string;
}

export interface AmendedText {
  ended: string[];
  lastDay: CivilDate;
  started: ClauseVersion[];
  /** The whole text in its new order; all versions of a lineage stand in one place. */
  order: { lineageId: string; ordinal: number }[];
  byKey: Map<string, string>;
  deeds: Deed[];
}

/**
 * The text after an amendment: END takes a clause and all below it, REPLACE only the clause itself, ADD stands after
 * `afterId`, else last under its parent. `ids` are the ids of new versions, one a change. (NĐ 30/2020 knows the three.)
 */
export function amendText(
  versions: readonly ClauseVersion[],
  changes: readonly TextChange[],
  ids: readonly string[],
  effectiveFrom: CivilDate,
): AmendedText {
  const text = new AmendingText(versions, effectiveFrom);
  for (const [index, change] of changes.entries()) text.apply(change, ids[index] ?? '', `/clauses/${index}`);
  return text.result();
}

class AmendingText {
  private readonly rows: Map<string, ClauseVersion>;
  private readonly lineages: string[];
  private readonly ended = new Set<string>();
  private readonly touched = new Set<string>();
  private readonly started: ClauseVersion[] = [];
  private readonly byKey = new Map<string, string>();
  private readonly deeds: Deed[] = [];

  constructor(
    versions: readonly ClauseVersion[],
    private readonly effectiveFrom: CivilDate,
  ) {
    this.rows = new Map(versions.map((row) => [row.id, row]));
    this.lineages = [...new Set([...versions].sort((a, b) => a.ordinal - b.ordinal).map((row) => row.lineageId))];
  }

  apply(change: TextChange, id: string, at: string): void {
    if (change.op === 'END') this.end(this.named(change, at), at);
    else if (change.op === 'REPLACE') this.replace(change, id, at);
    else this.add(change, id, at);
    if (change.op === 'END' || change.key === undefined) return;
    if (this.byKey.has(change.key)) throw refuseAmendment('key-twice', { key: change.key }, `${at}/key`);
    this.byKey.set(change.key, id);
  }

  result(): AmendedText {
    return {
      ended: [...this.ended],
      lastDay: addDays(this.effectiveFrom, -1),
      started: this.started.map((row) => ({ ...row, ordinal: this.lineages.indexOf(row.lineageId) })),
      order: this.lineages.map((lineageId, ordinal) => ({ lineageId, ordinal })),
      byKey: this.byKey,
      deeds: this.deeds,
    };
  }

  private end(row: ClauseVersion, at: string): void {
    if (this.ended.has(row.id)) throw refuseAmendment('named-twice', {}, `${at}/clauseId`);
    for (const lineageId of this.below(row.lineageId)) {
      const open = this.openOf(lineageId);
      if (!open) continue;
      this.touch(open, `${at}/clauseId`);
      this.ended.add(open.id);
      this.deeds.push({ op: 'END', endedId: open.id, startedId: null });
    }
  }

  private replace(change: TextChange, id: string, at: string): void {
    const row = this.named(change, at);
    if (change.text === undefined)
      throw refuseAmendment('field-missing', { op: 'REPLACE', field: 'text' }, `${at}/text`);
    this.touch(row, `${at}/clauseId`);
    this.ended.add(row.id);
    const { kind = row.kind, label = row.label, heading = row.heading, text } = change;
    this.start({ ...row, id, kind, label, heading, text, effectiveFrom: this.effectiveFrom, effectiveTo: null });
    this.deeds.push({ op: 'REPLACE', endedId: row.id, startedId: id });
  }

  private add(change: TextChange, id: string, at: string): void {
    const { kind, label = null, heading = null, text } = change;
    if (kind === undefined) throw refuseAmendment('field-missing', { op: 'ADD', field: 'kind' }, `${at}/kind`);
    if (text === undefined) throw refuseAmendment('field-missing', { op: 'ADD', field: 'text' }, `${at}/text`);
    const after = change.afterId ? this.find(change.afterId, `${at}/afterId`) : null;
    const parentId = this.parentOf(change, at) ?? after?.parentId ?? null;
    const parent = parentId === null ? null : (this.rows.get(parentId) ?? null);
    if (parent && !this.openOf(parent.lineageId))
      throw refuseAmendment('parent-ended', { effectiveFrom: this.effectiveFrom }, `${at}/parentId`);
    const place = after ?? parent;
    const last = place ? this.below(place.lineageId).at(-1) : this.lineages.at(-1);
    this.lineages.splice(last === undefined ? 0 : this.lineages.indexOf(last) + 1, 0, id);
    this.touched.add(id);
    const dates = { effectiveFrom: this.effectiveFrom, effectiveTo: null };
    this.start({ id, lineageId: id, parentId, ordinal: 0, kind, label, heading, text, ...dates });
    this.deeds.push({ op: 'ADD', endedId: null, startedId: id });
  }

  private start(row: ClauseVersion): void {
    this.rows.set(row.id, row);
    this.started.push(row);
  }

  private parentOf({ parentKey, parentId }: TextChange, at: string): string | null {
    if (parentKey === undefined) return parentId ? this.find(parentId, `${at}/parentId`).id : null;
    if (parentId) throw refuseClause('two-parents', {}, `${at}/parentKey`);
    const id = this.byKey.get(parentKey);
    if (id === undefined) throw refuseClause('parent-not-before', { key: parentKey }, `${at}/parentKey`);
    return id;
  }

  /** The version that the change names, which must be the last of its lineage. */
  private named({ op, clauseId }: TextChange, at: string): ClauseVersion {
    const pointer = `${at}/clauseId`;
    if (!clauseId) throw refuseAmendment('field-missing', { op, field: 'clauseId' }, pointer);
    const row = this.find(clauseId, pointer);
    if (row.effectiveTo !== null) throw refuseAmendment('already-ended', { on: row.effectiveTo }, pointer);
    return row;
  }

  private find(id: string, pointer: string): ClauseVersion {
    const row = this.rows.get(id);
    if (!row) throw refuseClause('not-in-agreement', {}, pointer);
    return row;
  }

  private touch({ lineageId, effectiveFrom: from }: ClauseVersion, pointer: string): void {
    if (this.touched.has(lineageId)) throw refuseAmendment('named-twice', {}, pointer);
    if (from !== null && this.effectiveFrom <= from)
      throw refuseAmendment('versions-overlap', { from, effectiveFrom: this.effectiveFrom }, pointer);
    this.touched.add(lineageId);
  }

  private openOf(lineageId: string): ClauseVersion | undefined {
    return [...this.rows.values()].find(
      (row) => row.lineageId === lineageId && row.effectiveTo === null && !this.ended.has(row.id),
    );
  }

  /** The lineage and all below it, in the order of the text. */
  private below(top: string): string[] {
    const found = new Set([top]);
    for (const lineageId of found) {
      for (const row of this.rows.values()) {
        const parent = row.parentId === null ? undefined : this.rows.get(row.parentId)?.lineageId;
        if (parent === lineageId) found.add(row.lineageId);
      }
    }
    return this.lineages.filter((lineageId) => found.has(lineageId));
  }
}
