import type { MultipartFile } from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainToInstance } from 'class-transformer';
import type { Readable } from 'node:stream';
import { validationPipe } from '../http/validation.js';
import { refuseFile, type FileStore } from './file-store.js';

export interface Upload<T> {
  name: string;
  bytes: Buffer;
  fields: T;
}

const LONGEST_NAME = 200;

/** Name to show, without folders or characters a file system refuses. */
function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  return (clean === '' ? 'tep' : clean).slice(-LONGEST_NAME);
}

/** Text fields of the form; the file itself is not among them. */
function textFields(part: MultipartFile): Record<string, unknown> {
  const all = Object.entries(part.fields).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first?.type === 'field' ? [[name, first.value] as const] : [];
  });
  return Object.fromEntries(all);
}

/** Reads one file and the checked fields before it from a multipart form; fields come first, `file` last. */
export async function readUpload<T extends object>(
  request: FastifyRequest,
  store: FileStore,
  contract: new () => T,
): Promise<Upload<T>> {
  if (!request.isMultipart()) throw refuseFile('missing', {}, '/file');
  const part = await request.file();
  if (!part) throw refuseFile('missing', {}, '/file');
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw store.tooLarge();
    throw error;
  });
  const given: object = plainToInstance(Object, textFields(part));
  const fields = (await validationPipe().transform(given, { type: 'body', metatype: contract })) as T;
  return { name: cleanName(part.filename), bytes, fields };
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

/** Declares a form whose fields are `contract` and whose last part is `file`. */
export function TakesUpload(contract: new () => object): MethodDecorator {
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiExtraModels(contract),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { allOf: [{ $ref: getSchemaPath(contract) }, file] } }),
  );
}
