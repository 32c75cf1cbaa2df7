/** What each role may do; roles over a body's subtree come with the members. `*` = every right. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  administrator: ['*'],
  // What a member may do beyond that follows from the seats held.
  member: ['sessions.own', 'tokens.own'],
};

export function mayDo(role: string, right: string): boolean {
  const rights = RIGHTS[role] ?? [];
  return rights.includes('*') || rights.includes(right);
}
