import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ReadingThread, compiledBeside } from '../platform/storage/reading-thread.js';
import type { IntakeLine, IntakeSource, Unread } from './lines.js';
import type { ReadAgreement } from './proposal.rules.js';

export type Asked = { text: string } | { bytes: Uint8Array; mediaType: string };
export type Told = ({ source: IntakeSource; lines: IntakeLine[] } & ReadAgreement) | { unread: Unread };

/** Has documents read into proposals, one after another and off the event loop. */
@Injectable()
export class IntakeDesk implements OnModuleDestroy {
  private readonly thread = new ReadingThread<Asked, Told>(compiledBeside(import.meta.url, 'intake.worker.js'), {
    unread: 'unreadable',
  });

  read(asked: Asked): Promise<Told> {
    return this.thread.read(asked);
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
