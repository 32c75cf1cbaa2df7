import { createHmac } from 'node:crypto';
import pg from 'pg';

const EMBEDDED_ROLE = 'so_phoi_hop_app';
/** SQLSTATE: somebody else made the role a moment ago. */
const TAKEN = ['42710', '23505'];

/** A setting of the database server is not as it must be; the message says what to do. */
export class RoleError extends Error {
  override name = 'RoleError';
  readonly exitCode = 78;
}

/** The app's own sign-in to an embedded server; its password follows from the owner's, so one file keeps both. */
export function embeddedAppUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', url.password).update(EMBEDDED_ROLE).digest('base64url');
  url.username = EMBEDDED_ROLE;
  return url.href;
}

/** Makes the role that the app signs in as, where it is missing, and lets it take the two roles of the work. */
export async function prepareAppRole(owner: pg.Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const name = pg.escapeIdentifier(decodeURIComponent(username));
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [decodeURIComponent(username)]);
  if (rowCount === 0) {
    const secret = pg.escapeLiteral(decodeURIComponent(password));
    await owner
      .query(`create role ${name} login noinherit nosuperuser nocreatedb nocreaterole password ${secret}`)
      .catch((error: unknown) => {
        if (!TAKEN.includes((error as { code?: string }).code ?? '')) throw error;
      });
  }
  // A temporary table could stand in front of a real one.
  await owner.query(
    `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
  );
  await owner.query(`grant so_phoi_hop_scoped, so_phoi_hop_everything to ${name}`);
}

/**
 * Refuses to work as a role that could pass by the policies or change the tables: ASVS 5 V13.2, design §6.
 * Throws RoleError.
 */
export async function refuseStrongRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ strong: boolean; owns: boolean; inherits: boolean }>(
      `select r.rolsuper or r.rolbypassrls or r.rolcreaterole as strong,
         exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
         pg_has_role(r.oid, 'so_phoi_hop_everything', 'usage') as inherits
       from pg_roles r where r.rolname = current_user`,
    );
    const { strong, owns, inherits } = rows[0] ?? {};
    if (strong || owns || inherits)
      throw new RoleError(
        'Vai trò cơ sở dữ liệu trong DATABASE_URL quá mạnh. / The role of DATABASE_URL is too strong: it must own ' +
          'nothing, and be created with "login noinherit". Name the owner of the tables in DATABASE_OWNER_URL, ' +
          'another role in DATABASE_URL; a role that does not exist yet is created at start.',
      );
  } finally {
    await client.end();
  }
}
