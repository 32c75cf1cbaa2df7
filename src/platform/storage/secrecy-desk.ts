import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import type { Scanned, Verdict } from './secrecy-scan.js';

/** Compiled, also when the tests run the sources: a thread takes no TypeScript. */
const THREAD = new URL(
  import.meta.url.replace(/(?<!\/dist)\/src\/platform\/.*$/, '/dist$&').replace(/[^/]*$/, 'secrecy.worker.js'),
);
const AT_ONCE = 2;
const LONGEST_MS = 30_000;
const MEMORY_MB = 512;

/** One thread, one file after another. A file made to be slow or to fill the memory ends the thread, not the server. */
class ReadingThread {
  pending = 0;
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  scan(file: Scanned): Promise<Verdict> {
    this.pending += 1;
    const verdict = this.last.then(() => this.ask(file));
    this.last = verdict.finally(() => (this.pending -= 1));
    return verdict;
  }

  async end(): Promise<void> {
    await this.thread?.terminate();
  }

  /** Out of time or out of memory is as good as unreadable. */
  private ask(file: Scanned): Promise<Verdict> {
    const thread = (this.thread ??= this.start());
    return new Promise((tell) => {
      const settle = (verdict: Verdict): void => {
        clearTimeout(late);
        thread.off('message', settle).off('exit', fail);
        tell(verdict);
      };
      const fail = (): void => {
        if (this.thread === thread) this.thread = null;
        settle('unreadable');
        void thread.terminate();
      };
      const late = setTimeout(fail, LONGEST_MS);
      thread.on('message', settle).on('exit', fail).postMessage(file);
    });
  }

  private start(): Worker {
    const thread = new Worker(THREAD, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // What a reader says about a file must not reach the log.
      stdout: true,
      stderr: true,
    });
    thread.on('error', () => undefined).unref();
    return thread.on('exit', () => {
      if (this.thread === thread) this.thread = null;
    });
  }
}

/** Has files looked through for secrecy marks, a few at a time and off the event loop. */
@Injectable()
export class SecrecyDesk implements OnModuleDestroy {
  private readonly threads = Array.from({ length: AT_ONCE }, () => new ReadingThread());

  scan(file: Scanned): Promise<Verdict> {
    const [free] = this.threads.toSorted((one, other) => one.pending - other.pending);
    if (!free) throw new Error('nobody reads files');
    return free.scan(file);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}
