import { Command } from 'commander';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { writeFile } from 'node:fs/promises';
import { AdministratorService } from './access/administrator.service.js';
import { AppModule } from './app.module.js';
import { isCivilDate } from './core/civil-date.js';
import { Refusal, refusalText } from './core/refusal.js';
import { migrate } from './data-source.js';
import { Clock } from './platform/clock/clock.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { withDatabase } from './platform/database/embedded-or-given.js';
import { RoleError } from './platform/database/app-role.js';
import { EmbeddedError } from './platform/database/embedded-refusals.js';
import { seeingEverything } from './platform/database/scope.js';
import { apiDocument } from './platform/http/openapi.js';
import { fail } from './platform/process/stopping.js';
import { RegimeSeeder } from './regime/regime.seeder.js';
import { createServer, logger } from './server.js';
import { SweepService } from './sweep/sweep.service.js';

/** Works beside a running server, on its database, and without one. */
async function withRegister(deed: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const config = { ...readConfig(process.env), scheduler: false };
  const database = await withDatabase(config, 'command');
  try {
    await migrate(database);
    const app = await NestFactory.createApplicationContext(AppModule.of(config, database.url), {
      logger: logger({ ...config, logLevel: 'error' }),
      abortOnError: false,
    });
    try {
      await seeingEverything(async () => {
        await app.get(RegimeSeeder).seed();
        await deed(app);
      });
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

const program = new Command('so-phoi-hop');

program
  .command('sweep')
  .description('run the night as of a day (default: today)')
  .option('--as-of <day>', 'YYYY-MM-DD, not after today')
  .action((options: { asOf?: string }) =>
    withRegister(async (app) => {
      const asOf = options.asOf ?? app.get(Clock).today();
      if (!isCivilDate(asOf))
        throw new ConfigError('--as-of', `must be a date that exists, YYYY-MM-DD, not "${String(asOf)}"`);
      const { counts, failures, state } = await app.get(SweepService).byHand(asOf, 'npm run sweep', true);
      console.log(JSON.stringify({ asOf, state, counts, failures }, null, 2));
      if (failures.length > 0) process.exitCode = 1;
    }),
  );

program
  .command('administrator-password')
  .description('print a link by which the administrator chooses a new password, once, within a day')
  .action(() =>
    withRegister(async (app) => {
      const { adminLogin, port } = readConfig(process.env);
      const link = await app.get(AdministratorService).newLink(adminLogin);
      if (link === null) throw new ConfigError('ADMIN_LOGIN', `names no member: ${adminLogin}`);
      console.log(`${adminLogin}  http://localhost:${port}${link.link}`);
    }),
  );

program
  .command('migrate')
  .description('bring the tables up to date, as the role of DATABASE_OWNER_URL')
  .action(() => withRegister(() => Promise.resolve()));

program
  .command('openapi')
  .description('write openapi.json from the routes')
  .action(async () => {
    const app = await createServer({ ...readConfig({}), logLevel: 'error' }, 'postgres://nowhere/none', false);
    await writeFile('openapi.json', `${JSON.stringify(apiDocument(app), null, 2)}\n`);
    process.exit(0);
  });

program.parseAsync().catch((error: unknown) => {
  if (error instanceof Refusal)
    fail(new ConfigError(error.code, refusalText(error.code, error.facts, 'vi')), [ConfigError]);
  fail(error, [ConfigError, EmbeddedError, RoleError]);
});
