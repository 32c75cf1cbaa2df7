interface Named {
  value: object;
}

/** The printed names of bodies in proposals, each once; those that stand for all parties are none. */
export function namesIn(proposals: readonly Named[]): string[] {
  const names = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name === 'string' && name.trim() !== '') names.add(name);
  };
  for (const { value } of proposals) {
    const { nameAsSigned, issuerName, bodies, recipient, host } = value as Record<string, unknown>;
    add(nameAsSigned);
    add(issuerName);
    for (const role of [...(Array.isArray(bodies) ? (bodies as unknown[]) : []), recipient, host]) {
      const { name, stands } = (role ?? {}) as { name?: unknown; stands?: unknown };
      if (stands === 'BODY') add(name);
    }
  }
  return [...names].slice(0, 200);
}
