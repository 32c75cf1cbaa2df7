import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refusalText } from '../../core/refusal.js';
import { languageOf, type ActingRequest, type Language } from './act.js';
import { Int, Many, Text } from './fields.js';
import { refuseRequest } from './refusals.js';
import { InvalidRequest } from './validation.js';

export class ProblemField {
  @Text({ about: 'JSON pointer to the field', example: '/parties/0/bodyId' }) pointer: string;
  @Text({ example: 'field.required' }) code: string;
  @Text() detail: string;
  @Text() detailVi: string;
  @Text() detailEn: string;
}

/** RFC 9457 problem with a stable code; `detail` in the asked language, and in both for a page that can change it. */
export class Problem {
  @Text({ example: 'urn:so-phoi-hop:agreement.needs-two-parties' }) type: string;
  @Text() title: string;
  @Int({ min: 400, max: 599 }) status: number;
  @Text({ example: 'agreement.needs-two-parties' }) code: string;
  @Text() detail: string;
  @Text() detailVi: string;
  @Text() detailEn: string;
  @Text({ optional: true, about: 'Address that was asked' }) instance?: string;
  @Text({ optional: true }) pointer?: string;
  @Many(() => ProblemField, { optional: true }) errors?: ProblemField[];
}

const TITLES: Record<number, { vi: string; en: string }> = {
  400: { vi: 'Yêu cầu không đọc được', en: 'Bad request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không có quyền', en: 'Forbidden' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  408: { vi: 'Quá chậm', en: 'Too slow' },
  409: { vi: 'Không làm được ở trạng thái này', en: 'Conflict with the present state' },
  412: { vi: 'Bản ghi đã thay đổi', en: 'The record has changed' },
  413: { vi: 'Quá lớn', en: 'Too large' },
  414: { vi: 'Địa chỉ quá dài', en: 'Address too long' },
  415: { vi: 'Kiểu nội dung không được nhận', en: 'Unsupported content' },
  422: { vi: 'Dữ liệu chưa hợp lệ', en: 'Invalid data' },
  428: { vi: 'Thiếu phiên bản', en: 'Version needed' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  431: { vi: 'Phần đầu quá lớn', en: 'Headers too large' },
  500: { vi: 'Lỗi hệ thống', en: 'System error' },
  503: { vi: 'Chưa sẵn sàng', en: 'Not ready' },
};

type Details = Pick<Problem, 'detail' | 'detailVi' | 'detailEn'>;

function detailsOf({ vi, en }: { vi: string; en: string }, language: Language): Details {
  return { detail: language === 'vi' ? vi : en, detailVi: vi, detailEn: en };
}

function sentencesOf({ code, facts }: Refusal, language: Language): Details {
  return detailsOf({ vi: refusalText(code, facts, 'vi'), en: refusalText(code, facts, 'en') }, language);
}

export function problemOf(refusal: Refusal, language: Language, instance?: string): Problem {
  return {
    type: `urn:so-phoi-hop:${refusal.code}`,
    title: TITLES[refusal.status]?.[language] ?? refusal.code,
    status: refusal.status,
    code: refusal.code,
    ...sentencesOf(refusal, language),
    ...(instance === undefined ? {} : { instance }),
    ...(refusal.pointer === undefined ? {} : { pointer: refusal.pointer }),
    ...(refusal instanceof InvalidRequest
      ? {
          errors: refusal.fields.map((field) => ({
            pointer: field.pointer ?? '',
            code: field.code,
            ...sentencesOf(field, language),
          })),
        }
      : {}),
  };
}

/** Faults of the framework, told in our own words. */
const BY_STATUS: Record<number, Parameters<typeof refuseRequest>[0]> = {
  400: 'malformed',
  // A path that would leave the folder of the page for trying out.
  403: 'not-found',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media',
  429: 'too-many',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}

const log = new Logger('http');
const LONGEST_INSTANCE = 500;

function toProblem(error: unknown, language: Language, instance: string | undefined, requestId: string): Problem {
  if (error instanceof Refusal) return problemOf(error, language, instance);
  const status = statusOf(error);
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known) return problemOf(refuseRequest(known), language, instance);
  log.error({ requestId, error: error instanceof Error ? error.stack : String(error) });
  const detail = {
    vi: `Có lỗi ngoài dự tính, mã tra cứu ${requestId}.`,
    en: `Something unforeseen happened, reference ${requestId}.`,
  };
  return {
    type: 'urn:so-phoi-hop:system.unforeseen',
    title: TITLES[500]?.[language] ?? '',
    status: 500,
    code: 'system.unforeseen',
    ...detailsOf(detail, language),
    ...(instance === undefined ? {} : { instance }),
  };
}

/** Every fault leaves as application/problem+json; an unforeseen one shows nothing of the inside. Sets status and headers. */
export function problemText(request: FastifyRequest, reply: FastifyReply, error: unknown): string {
  const language = languageOf(request);
  const problem = toProblem(error, language, request.url.split('?')[0]?.slice(0, LONGEST_INSTANCE), request.id);
  if (error instanceof Refusal && typeof error.facts['seconds'] === 'number' && [429, 503].includes(error.status))
    void reply.header('retry-after', String(error.facts['seconds']));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language);
  return JSON.stringify(problem);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const text = problemText(request, reply, error);
  void reply.send(text);
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getRequest<ActingRequest>(), http.getResponse<FastifyReply>(), error);
  }
}
