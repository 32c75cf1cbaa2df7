import type { Charge } from '../platform/http/right.js';

export const THE_BODY: Charge = { name: 'body', sql: 'select b.id as body_id from body b where b.id = $1' };

/** A body without a parent stands at the top of the register. */
export const UNDER_PARENT: Charge = { name: 'parent', sent: ({ parentId = null }) => [parentId] };

/** Moved only to where the caller keeps bodies too. */
export const TO_PARENT: Charge = {
  name: 'new-parent',
  sent: ({ parentId }) => (parentId === undefined ? undefined : [parentId]),
};

/** A renaming names no new parent; a transfer does, or says null. */
export const TRANSFERRED_TO: Charge = {
  name: 'transferred-to',
  sent: ({ kind, newParentId = null }) => (kind === 'TRANSFERRED' ? [newParentId] : undefined),
};

export const PREDECESSORS: Charge = {
  name: 'predecessors',
  every: true,
  sent: ({ predecessorIds }) => (Array.isArray(predecessorIds) ? predecessorIds : undefined),
};

export const BODY_SENT: Charge = { name: 'body-sent', sent: ({ bodyId }) => [bodyId] };
