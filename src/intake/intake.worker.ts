import { parentPort } from 'node:worker_threads';
import { readAgreement } from './proposal.rules.js';
import { readFile, readText } from './reader.js';
import type { Asked, Told } from './intake-desk.js';

async function read(asked: Asked): Promise<Told> {
  const reading = 'text' in asked ? readText(asked.text) : await readFile(Buffer.from(asked.bytes), asked.mediaType);
  return 'unread' in reading ? reading : { ...reading, ...readAgreement(reading.lines) };
}

parentPort?.on('message', (asked: Asked) => {
  // Whatever a reader stumbles over: the file is kept, and said to be unread.
  void read(asked)
    .catch((): Told => ({ unread: 'unreadable' }))
    .then((told) => parentPort?.postMessage(told));
});
