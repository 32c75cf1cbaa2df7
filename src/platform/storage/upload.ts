import type { Multipart, MultipartFile } from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { create as attachment } from 'content-disposition';
import { createHash } from 'node:crypto';
import { Refusal } from '../../core/refusal.js';
import { NO_SECRETS } from '../../core/secrecy-notice.js';
import type { ActingRequest } from '../http/act.js';
import { Bool } from '../http/fields.js';
import { KEPT_NOT_SHOWN } from '../http/headers.js';
import { Costs } from '../http/rate.js';
import { refuseRequest } from '../http/refusals.js';
import { validationPipe } from '../http/validation.js';
import type { CheckedFile, FileCheck } from './file-check.js';
import type { StoredContent } from './file-store.js';
import { refuseFile } from './file.refusals.js';

/** What every upload says beside its file; who adds a file confirms, and the row keeps who and when. */
export class UploadFields {
  @Bool({ query: true, about: `Confirms that the file holds no state secret. ${NO_SECRETS.vi}` })
  noSecretConfirmed: boolean;
}

export interface Upload<T> {
  file: CheckedFile;
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

async function bytesOf(part: MultipartFile, files: FileCheck): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw files.tooLarge();
    throw error;
  }
}

/** One file, and each field once; more is refused, since what is ignored is lost. */
async function readForm(parts: AsyncIterable<Multipart>, files: FileCheck): Promise<Form> {
  const form: Form = { fields: {}, file: null };
  for await (const part of parts) {
    if (part.type === 'file') {
      if (form.file) throw refuseFile('one-only', {}, '/file');
      form.file = { name: cleanName(part.filename), bytes: await bytesOf(part, files) };
      continue;
    }
    if (part.fieldname in form.fields)
      throw refuseRequest('field-twice', { field: part.fieldname }, `/${part.fieldname}`);
    if (part.valueTruncated) throw refuseRequest('too-large', {}, `/${part.fieldname}`);
    const value = String(part.value);
    // What the parser puts in place of bytes that are not UTF-8.
    if (value.includes('\ufffd')) throw refuseRequest('malformed', {}, `/${part.fieldname}`);
    form.fields[part.fieldname] = value;
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

/** Reads one file and the fields beside it from a multipart form, both checked; nothing has been written by then. */
export async function readUpload<T extends UploadFields>(
  request: ActingRequest,
  files: FileCheck,
  contract: new () => T,
): Promise<Upload<T>> {
  if (!request.isMultipart()) throw refuseFile('missing', {}, '/file');
  const form = await readForm(request.parts(), files).catch((error: unknown) => {
    // The parser's own faults carry no status: the form was cut off or garbled.
    throw error instanceof Refusal ? error : refuseRequest('malformed');
  });
  const { file } = form;
  if (file === null) throw refuseFile('missing', {}, '/file');
  const given: object = plainToInstance(Object, form.fields);
  const fields = (await validationPipe().transform(given, { type: 'body', metatype: contract })) as T;
  if (!fields.noSecretConfirmed) throw refuseFile('secret-not-excluded', {}, '/noSecretConfirmed');
  const { act } = request;
  if (!act) throw new Error('a file was taken from somebody unknown');
  const checked = await files.check(act, `${request.method} ${request.routeOptions.url ?? ''}`, file);
  if (act.fingerprint !== undefined) {
    Object.assign(act, { fingerprint: `${act.fingerprint} ${fingerprint(form)}` });
  }
  return { file: checked, fields };
}

/** A name that somebody gave instead keeps the ending of the file's own. */
export function shownName(given: string | null | undefined, name: string): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  if (!given) return name;
  return given.toLowerCase().endsWith(ending.toLowerCase()) ? given : `${given}${ending}`;
}

/**
 * Sends a stored file as an attachment that no browser will run or guess at (ASVS 3.2.1, 5.4.1, 5.4.2): the media type is
 * what was found in the bytes, the name is quoted by RFC 6266, a part of the file cannot be asked for.
 */
export function sendFile(reply: FastifyReply, name: string, mediaType: string, content: StoredContent): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', attachment(name))
    .header('content-security-policy', KEPT_NOT_SHOWN)
    .header('content-length', String(content.size))
    .header('accept-ranges', 'none')
    .send(content.bytes);
}

/** Declares a form whose fields are `contract`, with one `file` beside them, and the notice that stands over each. */
export function TakesUpload(contract: new () => UploadFields): MethodDecorator {
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    Costs('upload'),
    ApiExtraModels(contract),
    ApiConsumes('multipart/form-data'),
    ApiExtension('x-notice', NO_SECRETS),
    ApiBody({
      description: `${NO_SECRETS.vi} / ${NO_SECRETS.en}`,
      schema: { allOf: [{ $ref: getSchemaPath(contract) }, file] },
    }),
  );
}
