import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from '../platform/database/prepared.js';
import type { ActingRequest } from '../platform/http/act.js';
import type { Charge } from '../platform/http/right.js';
import { coversSql } from './charge.sql.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a deed on a record, or on what was sent, is within the bodies for which the caller holds the right. */
@Injectable()
export class ChargeService {
  constructor(private readonly db: DataSource) {}

  /** `roots`: tops of the subtrees in which the right is held. */
  async covers(charge: Charge, roots: readonly string[], request: ActingRequest): Promise<boolean> {
    const { sent } = charge;
    if (charge.sql !== undefined && !(await this.ofRecord(charge, roots, request))) return false;
    const bodies = sent?.(asFields(request.body));
    return bodies === undefined || this.ofBodies(charge, bodies, roots);
  }

  private async ofRecord(charge: Charge, roots: readonly string[], request: ActingRequest): Promise<boolean> {
    const { id } = request.params as { id?: unknown };
    if (typeof id !== 'string' || !UUID.test(id)) return true;
    if (charge.exists !== undefined && (await prepared(this.db, charge.exists, [id])).length === 0) return false;
    const mine = 'select unnest(bodies_under($2::uuid[]))';
    const [row] = await prepared<{ covered: boolean }>(
      this.db,
      `select ${coversSql(charge, '$1::uuid', mine)} as covered`,
      [id, roots],
    );
    return row?.covered ?? false;
  }

  private async ofBodies(charge: Charge, bodies: readonly unknown[], roots: readonly string[]): Promise<boolean> {
    const known = bodies.filter((body) => body === null || (typeof body === 'string' && UUID.test(body)));
    // Nothing that could be a body: the validation that follows says so.
    if (known.length === 0) return true;
    const [row] = await prepared<{ under: string[] }>(this.db, `select bodies_under($1::uuid[]) as under`, [roots]);
    return within(charge, known as (string | null)[], row?.under ?? []);
  }
}

function within({ every }: Charge, bodies: readonly (string | null)[], under: readonly string[]): boolean {
  const mine = new Set(under);
  const covered = (body: string | null) => body !== null && mine.has(body.toLowerCase());
  return every ? bodies.every(covered) : bodies.some(covered);
}

function asFields(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
