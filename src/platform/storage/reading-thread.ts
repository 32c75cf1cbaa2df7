import { Worker } from 'node:worker_threads';

const LONGEST_MS = 30_000;
const MEMORY_MB = 512;

/** The compiled file beside a source, also when the tests run the sources: a thread takes no TypeScript. */
export function compiledBeside(url: string, file: string): URL {
  return new URL(url.replace(/(?<!\/dist)\/src\/[^/]+\/.*$/, '/dist$&').replace(/[^/]*$/, file));
}

/** One thread, one file after another. A file made to be slow or to fill the memory ends the thread, not the server. */
export class ReadingThread<Asked, Told> {
  pending = 0;
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: URL,
    /** Said when the thread runs out of time or memory. */
    private readonly failed: Told,
  ) {}

  read(asked: Asked): Promise<Told> {
    this.pending += 1;
    const told = this.last.then(() => this.ask(asked));
    this.last = told.finally(() => (this.pending -= 1));
    return told;
  }

  async end(): Promise<void> {
    await this.thread?.terminate();
  }

  private ask(asked: Asked): Promise<Told> {
    const thread = (this.thread ??= this.start());
    return new Promise((tell) => {
      const settle = (told: Told): void => {
        clearTimeout(late);
        thread.off('message', settle).off('exit', fail);
        tell(told);
      };
      const fail = (): void => {
        if (this.thread === thread) this.thread = null;
        settle(this.failed);
        void thread.terminate();
      };
      const late = setTimeout(fail, LONGEST_MS);
      thread.on('message', settle).on('exit', fail).postMessage(asked);
    });
  }

  private start(): Worker {
    const thread = new Worker(this.file, {
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
