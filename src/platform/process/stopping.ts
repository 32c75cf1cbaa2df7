const LONGEST_STOP_MS = 4_500;

/** Runs the closing steps once, on the first SIGINT or SIGTERM, and leaves within five seconds whatever happens. */
export function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event !== undefined) stopWhenOrphaned(stop);
}

const PARENT_CHECK_MS = 500;

/** npm hands SIGTERM to the shell it started, and that shell dies without handing it on. */
function stopWhenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PARENT_CHECK_MS).unref();
}

/** What a person can mend is said in its own words; the rest with its stack. */
export function fail(error: unknown, known: readonly (new (...args: never[]) => Error)[]): never {
  const foreseen = error instanceof Error && known.some((kind) => error instanceof kind);
  console.error(foreseen ? error.message : error);
  process.exit(error instanceof Error && 'exitCode' in error ? Number(error.exitCode) : 1);
}
