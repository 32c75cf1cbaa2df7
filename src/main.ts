import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AdministratorService } from './access/administrator.service.js';
import type { OneTimeLink } from './access/access.contract.js';
import { Refusal, refusalText } from './core/refusal.js';
import { migrate } from './data-source.js';
import { ConfigError, readConfig, type Config } from './platform/config/config.js';
import { withDatabase, type Database } from './platform/database/embedded-or-given.js';
import { RoleError } from './platform/database/app-role.js';
import { EmbeddedError } from './platform/database/embedded-refusals.js';
import { seeingEverything } from './platform/database/scope.js';
import { fail, stopOnSignal } from './platform/process/stopping.js';
import { RegimeSeeder } from './regime/regime.seeder.js';
import { SampleOffice } from './sample/sample-office.js';
import { PEOPLE } from './sample/sample-people.js';
import { createServer } from './server.js';
import { SweepSchedule } from './sweep/sweep.schedule.js';

/** Everything a new register needs before the first caller: schemes, days off, an administrator, and on a trial the sample office. */
async function furnish(app: NestFastifyApplication, config: Config, { embedded }: Database): Promise<void> {
  await app.get(RegimeSeeder).seed();
  const trial = embedded ? await app.get(SampleOffice).password() : null;
  const link = await app.get(AdministratorService).ensure(config.adminLogin, config.adminPassword ?? trial);
  // Said at once: whatever fails later, nobody can be told it again.
  if (link !== null) tellLink(config, link);
  if (embedded) await app.get(SampleOffice).loadIfNew(trial);
  if (trial !== null) tellTrial(config, trial);
}

/** Who may be played in the sample office. */
function tellTrial({ adminLogin, adminPassword }: Config, password: string): void {
  const roles = PEOPLE.map(
    ({ login, role, seat }) => `  ${login.padEnd(10)}  ${role.toLowerCase().padEnd(13)}  ${seat}`,
  );
  const admin = adminPassword === null ? [`  ${adminLogin.padEnd(10)}  administrator  Quản trị sổ`] : [];
  console.log(`\nĐăng nhập thử / sample sign-ins, mật khẩu ban đầu / first password:  ${password}`);
  console.log([...roles, ...admin].join('\n'));
}

/** The interface opens the link; until a browser does, so does curl. */
function tellLink({ adminLogin, port }: Config, { link, token }: OneTimeLink): void {
  const address = `http://localhost:${port}`;
  console.log(`\nĐặt mật khẩu cho / choose a password for  ${adminLogin}:  ${address}${link}`);
  console.log(
    `hoặc / or:  curl ${address}/api/v1/password-choice -H 'content-type: application/json' -d '{"token":"${token}","password":"…"}'`,
  );
  console.log('(chỉ in một lần này / printed this once; npm run administrator-password gives a new link)');
}

/** A port that is taken, or a password that is too easy, is the caller's to mend. */
function inWords(error: unknown, { port }: Config): unknown {
  if (error instanceof Refusal && error.code.startsWith('password.'))
    return new ConfigError('ADMIN_PASSWORD', `is refused: ${refusalText(error.code, error.facts, 'en')}`);
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return taken ? new ConfigError('PORT', `${port} is in use; choose another, as in PORT=3001 npm start`) : error;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = await withDatabase(config, 'server');
  let app: NestFastifyApplication | null = null;
  const close = async (): Promise<void> => {
    await app?.close();
    await database.close();
  };
  stopOnSignal(close);
  try {
    await migrate(database);
    app = await createServer(config, database.url);
    await app.init();
    const register = app;
    await seeingEverything(() => furnish(register, config, database));
    await app.listen({ port: config.port, host: config.host });
    const address = (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
    console.log(`\nSổ phối hợp đang chạy / is running:  ${address}`);
    console.log(`API, xem và thử / to read and try:  ${address}/api/docs\n`);
    // A night missed while nobody ran is caught up now, not at the next midnight.
    await app.get(SweepSchedule).tick();
  } catch (error) {
    await close();
    throw inWords(error, config);
  }
}

start().catch((error: unknown) => fail(error, [ConfigError, EmbeddedError, RoleError]));
