import type { TFunction } from 'i18next';
import { answer, api } from '../api/client.js';
import type { Agreement } from './agreement-record.js';

export type Values = Record<string, string | null>;

type FieldName =
  | 'signedOn'
  | 'signedAtPlace'
  | 'followedSince'
  | 'from'
  | 'reason'
  | 'document'
  | 'resumeOn'
  | 'termTo'
  | 'agreedOn'
  | 'note'
  | 'givenOn'
  | 'bodyId'
  | 'endOn'
  | 'basis';

interface Field {
  name: FieldName;
  /** Name of the field on the wire, for the register's faults. */
  wire: string;
  kind: 'day' | 'line' | 'text' | 'party';
  isRequired?: boolean;
  isToday?: boolean;
  hint?: 'followedSinceHint';
}

export interface Act {
  name: 'sign' | 'activate' | 'pause' | 'resume' | 'renew' | 'notice' | 'end';
  right: string;
  isOpen: (agreement: Agreement) => boolean;
  fields: readonly Field[];
  /** Sends it and says what came of it. */
  send: (id: string, values: Values, t: TFunction) => Promise<string>;
}

const inState =
  (...states: Agreement['state'][]) =>
  ({ state }: Agreement): boolean =>
    states.includes(state);

const at = (id: string) => ({ params: { path: { id } } });
const need = (value: string | null | undefined): string => value ?? '';

/** The changes of state that a person may bring about (the register decides). */
export const ACTS: readonly Act[] = [
  {
    name: 'sign',
    right: 'agreements.register',
    isOpen: inState('draft'),
    fields: [
      { name: 'signedOn', wire: 'signedOn', kind: 'day', isRequired: true, isToday: true },
      { name: 'signedAtPlace', wire: 'signedAtPlace', kind: 'line' },
    ],
    send: async (id, { signedOn, signedAtPlace = null }, t) => {
      await answer(
        api.POST('/api/v1/agreements/{id}/signature', { ...at(id), body: { signedOn: need(signedOn), signedAtPlace } }),
      );
      return t('lifecycle.agreement.done.sign');
    },
  },
  {
    name: 'activate',
    right: 'agreements.activate',
    isOpen: inState('signed'),
    fields: [{ name: 'followedSince', wire: 'followedSince', kind: 'day', hint: 'followedSinceHint' }],
    send: async (id, { followedSince = null }, t) => {
      const { occurrences, reviews, needsInterval } = await answer(
        api.POST('/api/v1/agreements/{id}/activation', { ...at(id), body: { followedSince } }),
      );
      const needs =
        needsInterval > 0 ? ` ${t('lifecycle.agreement.done.activateNeeds', { count: needsInterval })}` : '';
      return t('lifecycle.agreement.done.activate', { occurrences, reviews }) + needs;
    },
  },
  {
    name: 'resume',
    right: 'agreements.pause',
    isOpen: inState('paused'),
    fields: [{ name: 'resumeOn', wire: 'on', kind: 'day', isRequired: true, isToday: true }],
    send: async (id, { resumeOn }, t) => {
      const { occurrences, reviews } = await answer(
        api.POST('/api/v1/agreements/{id}/resumption', { ...at(id), body: { on: need(resumeOn) } }),
      );
      return t('lifecycle.agreement.done.resume', { occurrences, reviews });
    },
  },
  {
    name: 'pause',
    right: 'agreements.pause',
    isOpen: inState('in_force', 'expiring'),
    fields: [
      { name: 'from', wire: 'from', kind: 'day', isRequired: true, isToday: true },
      { name: 'reason', wire: 'reason', kind: 'text', isRequired: true },
      { name: 'document', wire: 'document', kind: 'line' },
    ],
    send: async (id, { from, reason, document = null }, t) => {
      const { occurrences, reviews } = await answer(
        api.POST('/api/v1/agreements/{id}/pause', {
          ...at(id),
          body: { from: need(from), reason: need(reason), document },
        }),
      );
      return t('lifecycle.agreement.done.pause', { occurrences, reviews });
    },
  },
  {
    name: 'renew',
    right: 'agreements.renew',
    isOpen: (agreement) => agreement.termTo !== null && inState('in_force', 'expiring')(agreement),
    fields: [
      { name: 'termTo', wire: 'termTo', kind: 'day', isRequired: true },
      { name: 'agreedOn', wire: 'on', kind: 'day', isToday: true },
      { name: 'document', wire: 'document', kind: 'line', isRequired: true },
      { name: 'note', wire: 'note', kind: 'text' },
    ],
    send: async (id, { termTo, agreedOn = null, document, note = null }, t) => {
      const body = { termTo: need(termTo), on: agreedOn, document: need(document), note };
      await answer(api.POST('/api/v1/agreements/{id}/renewal', { ...at(id), body }));
      return t('lifecycle.agreement.done.renew');
    },
  },
  {
    name: 'notice',
    right: 'agreements.renew',
    isOpen: (agreement) =>
      agreement.renewal === 'TACIT' && agreement.renewalNotice === null && inState('in_force', 'expiring')(agreement),
    fields: [
      { name: 'givenOn', wire: 'givenOn', kind: 'day', isRequired: true, isToday: true },
      { name: 'bodyId', wire: 'bodyId', kind: 'party', isRequired: true },
      { name: 'document', wire: 'document', kind: 'line', isRequired: true },
    ],
    send: async (id, { givenOn, bodyId, document }, t) => {
      const body = { givenOn: need(givenOn), bodyId: need(bodyId), document: need(document) };
      await answer(api.POST('/api/v1/agreements/{id}/renewal-notice', { ...at(id), body }));
      return t('lifecycle.agreement.done.notice');
    },
  },
  {
    name: 'end',
    right: 'agreements.end',
    isOpen: inState('signed', 'in_force', 'expiring', 'paused'),
    fields: [
      { name: 'endOn', wire: 'on', kind: 'day', isRequired: true, isToday: true },
      { name: 'reason', wire: 'reason', kind: 'text', isRequired: true },
      { name: 'document', wire: 'document', kind: 'line' },
      { name: 'basis', wire: 'basis', kind: 'line' },
    ],
    send: async (id, { endOn, reason, document = null, basis = null }, t) => {
      const { occurrences, reviews } = await answer(
        api.POST('/api/v1/agreements/{id}/termination', {
          ...at(id),
          body: { on: need(endOn), reason: need(reason), document, basis },
        }),
      );
      return t('lifecycle.agreement.done.end', { occurrences, reviews });
    },
  },
];
