import type { Socket } from 'node:net';
import { problemOf } from './problem.js';
import { refuseRequest } from './refusals.js';

type Fault = Error & { code?: string; rawPacket?: unknown };

/** What node's parser cannot read never becomes a request: it is answered on the socket, in the form of every refusal. */
export function answerBroken(error: Fault, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(refuseRequest(error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'malformed'), 'vi');
  const body = Buffer.from(JSON.stringify(problem));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.status === 413 ? 'Content Too Large' : 'Bad Request'}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: vi',
    'x-content-type-options: nosniff',
    `content-length: ${body.length}`,
    'connection: close',
  ].join('\r\n');
  const { rawPacket } = error;
  const bodiless = Buffer.isBuffer(rawPacket) && rawPacket.subarray(0, 5).toString('latin1') === 'HEAD ';
  socket.end(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bodiless ? Buffer.alloc(0) : body]));
}
