import { parentPort } from 'node:worker_threads';
import { scanForMark, type Scanned } from './secrecy-scan.js';

parentPort?.on('message', ({ name, mediaType, bytes }: Scanned) => {
  void scanForMark({ name, mediaType, bytes: Buffer.from(bytes) }).then((verdict) => parentPort?.postMessage(verdict));
});
