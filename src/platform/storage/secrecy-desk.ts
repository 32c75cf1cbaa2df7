import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ReadingThread, compiledBeside } from './reading-thread.js';
import type { Scanned, Verdict } from './secrecy-scan.js';

const AT_ONCE = 2;

/** Has files looked through for secrecy marks, a few at a time and off the event loop. */
@Injectable()
export class SecrecyDesk implements OnModuleDestroy {
  // Out of time or out of memory is as good as unreadable.
  private readonly threads = Array.from(
    { length: AT_ONCE },
    () => new ReadingThread<Scanned, Verdict>(compiledBeside(import.meta.url, 'secrecy.worker.js'), 'unreadable'),
  );

  scan(file: Scanned): Promise<Verdict> {
    const [free] = this.threads.toSorted((one, other) => one.pending - other.pending);
    if (!free) throw new Error('nobody reads files');
    return free.read(file);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}
