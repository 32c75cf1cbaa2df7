import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { refuseRequest } from './refusals.js';
import { problemOf } from './problem.js';
import type { Headers } from './headers.js';

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

const log = new Logger('http');

function refusalOf(code: string): ReturnType<typeof refuseRequest> {
  if (code === 'HPE_HEADER_OVERFLOW') return refuseRequest('headers-too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refuseRequest('too-slow');
  return refuseRequest('malformed');
}

/** What cannot even be read as HTTP gets the same kind of answer, written by hand: no request exists yet. */
export function answerBareFault(headers: Headers) {
  return (error: Error & { code?: string; rawPacket?: unknown }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const problem = problemOf(refusalOf(error.code ?? ''), 'vi');
    log.debug({ status: problem.status, address: socket.remoteAddress });
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(problem);
    const lines = Object.entries({
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'vi',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(
      `HTTP/1.1 ${problem.status} ${REASONS[problem.status] ?? ''}\r\n${lines.join('')}\r\n${isHead(error.rawPacket) ? '' : body}`,
    );
  };
}

/** The answer to HEAD has no body, also when the request cannot be read further. */
function isHead(packet: unknown): boolean {
  return Buffer.isBuffer(packet) && packet.subarray(0, 5).toString('latin1') === 'HEAD ';
}
