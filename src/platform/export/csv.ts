import { create as attachment } from 'content-disposition';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { pipeline, Readable } from 'node:stream';
import type { Language } from '../http/act.js';
import { KEPT_NOT_SHOWN } from '../http/headers.js';

/** A cell: numbers stay numbers, everything else is text that somebody may have typed. */
type Cell = string | number | null;

export interface Column<T> {
  vi: string;
  en: string;
  of: (row: T, language: Language) => Cell;
}

/** Draws from `rows` in the context of the request, whoever empties the stream later. */
async function* inContext<T>(rows: AsyncIterator<T>, first: IteratorResult<T>): AsyncGenerator<T> {
  const within = AsyncLocalStorage.snapshot();
  for (let next = first; next.done !== true; next = await within(() => rows.next())) yield next.value;
}

interface Sheet<T> {
  name: string;
  columns: readonly Column<T>[];
  rows: AsyncIterable<T>;
}

/**
 * Sends rows as they come as CSV for a spreadsheet: UTF-8 with its mark, and no cell that a program would take for a
 * formula (ASVS 1.2.10). A fault before the first row is still told as a problem; a later one breaks the answer off.
 */
export async function sendCsv<T>(
  reply: FastifyReply,
  language: Language,
  { name, columns, rows }: Sheet<T>,
): Promise<FastifyReply> {
  const source = rows[Symbol.asyncIterator]();
  const first = await source.next();
  const cells = async function* (): AsyncGenerator<Cell[]> {
    yield columns.map((column) => column[language]);
    for await (const row of inContext(source, first)) yield columns.map(({ of }) => of(row, language));
  };
  const sheet = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  pipeline(Readable.from(cells()), sheet, () => undefined);
  return reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', attachment(`${name}.csv`))
    .header('content-language', language)
    .header('content-security-policy', KEPT_NOT_SHOWN)
    .send(sheet);
}
