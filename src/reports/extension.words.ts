/** The fixed vocabulary of extensions; the database's domain holds the same list (test/fences/words). */
export const EXTENSION_STATES = ['asked', 'granted', 'refused'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];
