import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { adapter, setUpHttp } from './platform/http/setup.js';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
const UP_TO: Record<Config['logLevel'], number> = {
  silent: 0,
  fatal: 1,
  error: 2,
  warn: 3,
  info: 4,
  debug: 5,
  trace: 6,
};

/** JSON lines for machines, plain lines for a person at a terminal. */
export function logger({ logLevel }: Config): ConsoleLogger {
  return new ConsoleLogger({ json: !process.stdout.isTTY, logLevels: LEVELS.slice(0, UP_TO[logLevel]) });
}

/** The application, set up but not listening. */
export async function createServer(
  config: Config,
  databaseUrl: string,
  connect = true,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, databaseUrl, connect),
    adapter(config),
    {
      logger: logger({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }),
      abortOnError: false,
      bodyParser: false,
    },
  );
  await setUpHttp(app, config);
  return app;
}
