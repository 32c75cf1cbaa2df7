import { describe, expect, it } from '@jest/globals';
import '../../src/platform/http/refusals.js';
import { readContract } from '../fuzz/contract.js';
import { Judge } from '../fuzz/judge.js';
import type { Shot } from '../fuzz/requests.js';
import { Promised } from '../fuzz/schemas.js';
import type { Echo } from '../fuzz/send.js';

const contract = readContract(process.cwd());
const judge = new Judge(new Promised(contract));
const caller = { name: 'reporter', headers: {}, foreignMarks: ['FOREIGN-1'], stranger: false };
const shot: Shot = {
  number: 1,
  caller: 'reporter',
  mood: 'valid',
  operation: contract.operations.find(({ name }) => name === 'GET /api/v1/bodies/{id}')!,
  method: 'GET',
  url: '/api/v1/bodies/1',
  headers: {},
  raw: false,
};
const problem = {
  type: 'urn:so-phoi-hop:request.not-found',
  title: 'Không tìm thấy',
  status: 404,
  code: 'request.not-found',
  detail: 'Không có địa chỉ này.',
  detailVi: 'Không có địa chỉ này.',
  detailEn: 'There is no such address.',
};
const BODY = {
  id: '01a20d72-44ea-7596-b0b2-97ba261319fd',
  code: 'A',
  nameVi: 'A',
  nameEn: null,
  abbreviation: null,
  system: 'PARTY',
  level: 'DISTRICT',
  parentId: null,
  validFrom: null,
  validTo: null,
  version: 1,
};

function echo(status: number, body: unknown, changes: Record<string, string> = {}): Echo {
  const type = status < 400 ? 'application/json' : 'application/problem+json; charset=utf-8';
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', etag: '"1"', ...changes };
  return { status, headers, bytes: Buffer.from(JSON.stringify(body)), ms: 1 };
}
const flaws = (answer: Echo, by = caller): string => judge.of(shot, answer, by).flaws.join('; ');

/** A judge whom nobody has seen condemn is no judge. */
describe('the judge of the fuzz harness', () => {
  it('lets proper answers pass', () => {
    expect(flaws(echo(200, BODY))).toBe('');
    expect(flaws(echo(404, problem))).toBe('');
  });

  it.each([
    ['a fault', echo(500, { ...problem, status: 500 }), /fault 500/],
    ['an unknown code', echo(404, { ...problem, code: 'x.y', type: 'urn:so-phoi-hop:x.y' }), /unknown code x\.y/],
    ['a code with the status of another', echo(409, { ...problem, status: 409 }), /request\.not-found with status 409/],
    ['a refusal that says another status', echo(404, { ...problem, status: 400 }), /problem says 400/],
    ['a refusal in another form', echo(404, problem, { 'content-type': 'application/json' }), /refusal as/],
    ['a sentence without its fact', echo(404, { ...problem, detail: 'Có {count} chỗ.' }), /fact missing/],
    ['the same in the other language', echo(404, { ...problem, detailEn: 'There are {count}.' }), /fact missing/],
    ['a field that no contract names', echo(200, { ...BODY, passwordHash: 'x' }), /additional properties/],
    ['a missing field', echo(200, { ...BODY, code: undefined }), /required property 'code'/],
    ['a date that does not exist', echo(200, { ...BODY, validTo: '2026-02-30' }), /format "date"/],
    ['a version without its tag', echo(200, BODY, { etag: '"2"' }), /ETag/],
    ['a status that is not promised', echo(202, BODY), /202 is not in the contract/],
    ['a browser left to guess', echo(200, BODY, { 'x-content-type-options': '' }), /nosniff/],
    ['a stack trace', echo(404, { ...problem, detail: 'Lỗi\n    at f (/a/b.js:1:2)' }), /inside shows/],
    ['words of the database', echo(404, { ...problem, detail: 'duplicate key value' }), /inside shows/],
    ["another body's text", echo(200, { ...BODY, nameVi: 'FOREIGN-1' }), /leak of FOREIGN-1/],
  ])('condemns %s', (_, answer, wanted) => {
    expect(flaws(answer)).toMatch(wanted);
  });

  it('condemns an answer to a stranger', () => {
    expect(flaws(echo(200, BODY), { ...caller, stranger: true })).toContain('a stranger was let in');
  });
});
