import type { Charge } from '../platform/http/right.js';

export const OF_WEBHOOK: Charge = { name: 'webhook', sql: 'select w.body_id from webhook w where w.id = $1' };
