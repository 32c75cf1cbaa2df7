import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCivilDate } from '../../src/core/civil-date.js';
import type { Contract, Operation } from './contract.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is not in the contract does not leave the house: groups with named fields take no others. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const { $ref: reference } = copy;
  if (typeof reference === 'string') copy['$ref'] = reference.replace('#/', 'api#/');
  if (copy['type'] === 'object' && 'properties' in copy) copy['additionalProperties'] ??= false;
  return copy;
}

/** Tells whether an answer is what openapi.json promises. */
export class Promised {
  private readonly ajv = new Ajv2020({
    strict: false,
    formats: { date: isCivilDate, uuid: UUID, 'date-time': INSTANT, binary: true },
  });
  private readonly checks = new Map<string, ValidateFunction>();

  constructor(contract: Contract) {
    this.ajv.addSchema({ $id: 'api', components: { schemas: closed(contract.schemas) } });
  }

  /** What is wrong with a 2xx answer, or null. */
  flawOf(operation: Operation, status: number, body: unknown): string | null {
    const key = `${operation.name} ${status}`;
    const schema = operation.answers[status]?.schema ?? {};
    const check = this.checks.get(key) ?? this.ajv.compile(closed(schema) as object);
    this.checks.set(key, check);
    return check(body) ? null : this.ajv.errorsText(check.errors);
  }

  flawOfProblem(body: unknown): string | null {
    const check = this.ajv.getSchema('api#/components/schemas/Problem');
    if (!check) throw new Error('openapi.json has no Problem');
    return check(body) === true ? null : this.ajv.errorsText(check.errors);
  }
}
