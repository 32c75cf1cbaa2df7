import type { Multipart, MultipartFile } from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Refusal } from '../../core/refusal.js';
import type { ActingRequest } from '../http/act.js';
import { refuseRequest } from '../http/refusals.js';
import { validationPipe } from '../http/validation.js';
import { refuseFile, type FileStore } from './file-store.js';

export interface Upload<T> {
  name: string;
  bytes: Buffer;
  fields: T;
}

const LONGEST_NAME = 200;

/** Name to show, without folders or characters a file system refuses; cut by whole characters. */
function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').trim();
  return [...(clean === '' ? 'tep' : clean)].slice(-LONGEST_NAME).join('');
}

interface Form {
  fields: Record<string, string>;
  file: { name: string; bytes: Buffer } | null;
}

async function bytesOf(part: MultipartFile, store: FileStore): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw store.tooLarge();
    throw error;
  }
}

/** One file, and each field once; more is refused, since what is ignored is lost. */
async function readForm(parts: AsyncIterable<Multipart>, store: FileStore): Promise<Form> {
  const form: Form = { fields: {}, file: null };
  for await (const part of parts) {
    if (part.type === 'file') {
      if (form.file) throw refuseFile('one-only', {}, '/file');
      form.file = { name: cleanName(part.filename), bytes: await bytesOf(part, store) };
      continue;
    }
    if (part.fieldname in form.fields)
      throw refuseRequest('field-twice', { field: part.fieldname }, `/${part.fieldname}`);
    form.fields[part.fieldname] = String(part.value);
  }
  return form;
}

/** A repeat of a form is told by its fields and by the content of its file, which the guard has not seen. */
function fingerprint({ fields, file }: Form): string {
  const content = file === null ? '' : createHash('sha256').update(file.bytes).digest('hex');
  return createHash('sha256')
    .update(JSON.stringify([Object.entries(fields).sort(), file?.name, content]))
    .digest('hex');
}

/** Reads one file and the checked fields beside it from a multipart form. */
export async function readUpload<T extends object>(
  request: ActingRequest,
  store: FileStore,
  contract: new () => T,
): Promise<Upload<T>> {
  if (!request.isMultipart()) throw refuseFile('missing', {}, '/file');
  const form = await readForm(request.parts(), store).catch((error: unknown) => {
    // The parser's own faults carry no status: the form was cut off or garbled.
    throw error instanceof Refusal ? error : refuseRequest('malformed');
  });
  const { file } = form;
  if (file === null) throw refuseFile('missing', {}, '/file');
  const given: object = plainToInstance(Object, form.fields);
  const fields = (await validationPipe().transform(given, { type: 'body', metatype: contract })) as T;
  if (request.act?.fingerprint !== undefined) {
    Object.assign(request.act, { fingerprint: `${request.act.fingerprint} ${fingerprint(form)}` });
  }
  return { ...file, fields };
}

/** A name that somebody gave instead keeps the ending of the file's own. */
export function shownName(given: string | null | undefined, name: string): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  if (!given) return name;
  return given.toLowerCase().endsWith(ending.toLowerCase()) ? given : `${given}${ending}`;
}

/** Sends a stored file as an attachment that no browser will run or guess at. */
export function sendFile(reply: FastifyReply, name: string, mediaType: string, content: Readable): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(content);
}

/** Declares a form whose fields are `contract`, with one `file` beside them. */
export function TakesUpload(contract: new () => object): MethodDecorator {
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiExtraModels(contract),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { allOf: [{ $ref: getSchemaPath(contract) }, file] } }),
  );
}
