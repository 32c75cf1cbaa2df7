import { useNetwork } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api, ifMatch } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useExpired } from '../api/session.js';
import { useKept } from '../ui/kept.js';
import { contentOf, isUnnamed, sentOf, textOf, type Content } from './content.js';
import type { Report, Submission } from './report.queries.js';

/** Milliseconds after the last key before a draft is saved, and before it is tried again on a line that is down. */
const REST = 1_000;
const AGAIN = 5_000;

interface OnServer {
  id: string | null;
  version: number;
  /** What the server has, as `textOf` says it. */
  text: string;
}

interface Typed {
  content: Content;
  /** Version of the draft that was typed upon; 0: there was none. */
  base: number;
}

export type Saving = 'fresh' | 'saved' | 'saving' | 'unsaved' | 'local';

export interface Draft {
  content: Content;
  edit: (change: Partial<Content>) => void;
  saving: Saving;
  /** Instant of the last save from this page. */
  savedAt: string | null;
  broughtBackFrom: string | null;
  /** What somebody else made of the draft meanwhile. */
  conflict: Submission | null;
  keepMine: () => void;
  takeTheirs: () => void;
  /** What the register would not take, other than a line that is down. */
  refused: unknown;
  /** Saves what is not saved; the draft's id and version. */
  flush: () => Promise<{ id: string; version: number }>;
  /** It is gone from the server: sent or thrown away. */
  close: () => void;
}

/** A line that is down or a register that is busy: it is tried again by itself. */
const isPassing = (error: unknown): boolean =>
  error instanceof Problem && [0, 429, 502, 503, 504].includes(error.status);
const isExpiry = (error: unknown): boolean => error instanceof Problem && error.isExpired;
const isOvertaken = (error: unknown): boolean =>
  error instanceof Problem && (error.isStale || error.code === 'report.draft-open');

/** The draft of a report, saved by itself on the server and until then on this device. */
export function useDraft(report: Report, start: Content): Draft {
  const open = report.submissions.find(({ state }) => state === 'draft') ?? null;
  const [first] = useState<OnServer>(() => onServer(open));
  const kept = useKept<Typed>(`report.${report.id}`, { content: open ? contentOf(open) : start, base: first.version });
  const { content, base } = kept.value;
  const [broughtBackFrom] = useState(kept.broughtBackFrom);
  // The version to change is that of the last answer, also while the page has not been drawn anew.
  const latest = useRef(first);
  const [known, setKnown] = useState(first);
  const [conflict, setConflict] = useState<Submission | null>(() =>
    open !== null && base !== open.version && textOf(content) !== first.text ? open : null,
  );
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { online } = useNetwork();
  const isExpired = useExpired();

  const adopt = (saved: Submission): void => {
    latest.current = onServer(saved);
    setKnown(latest.current);
  };
  const save = useMutation({
    scope: { id: `draft.${report.id}` },
    mutationFn: async (typed: Content) => {
      try {
        return await send(report.id, latest.current, typed);
      } catch (error) {
        const theirs = isOvertaken(error) ? await draftNow(report.id) : null;
        if (theirs === null) throw error;
        // Our own, of which the answer was lost on the way.
        if (textOf(contentOf(theirs)) === textOf(typed)) return theirs;
        setConflict(theirs);
        throw error;
      }
    },
    onSuccess: (saved) => {
      adopt(saved);
      setSavedAt(new Date().toISOString());
      kept.set((was) => ({ ...was, base: saved.version }));
    },
  });

  const text = textOf(content);
  const isNew = known.id === null;
  const isDirty = isNew ? text !== textOf(start) : text !== known.text;
  const isUnsent = content.figures.some(isUnnamed);
  const isRefused = save.isError && !isPassing(save.error) && !isExpiry(save.error) && textOf(save.variables) === text;
  const mayTry = isDirty && !save.isPending && conflict === null && !isExpired && !isRefused;
  const wait = isPassing(save.error) ? AGAIN : REST;
  const { mutate } = save;
  useEffect(() => {
    if (!mayTry || !online) return undefined;
    const timer = setTimeout(() => mutate(content), wait);
    return () => clearTimeout(timer);
  }, [mayTry, online, content, wait, mutate]);
  const { forget } = kept;
  useEffect(() => {
    // Nothing here that the server has not.
    if (!isDirty && !isUnsent && !isNew) forget();
  }, [isDirty, isUnsent, isNew, forget]);

  const state = (): Saving => {
    if (save.isPending) return 'saving';
    if (isDirty) return online && !isPassing(save.error) && !isExpired ? 'unsaved' : 'local';
    return isNew || savedAt === null ? 'fresh' : 'saved';
  };
  return {
    content,
    edit: (change) => {
      kept.set((was) => ({ content: { ...was.content, ...change }, base: latest.current.version }));
    },
    saving: state(),
    savedAt,
    broughtBackFrom,
    conflict,
    keepMine: () => {
      if (conflict !== null) adopt(conflict);
      setConflict(null);
      // What was refused is the very text that is to be sent now, upon the other's version.
      save.reset();
    },
    takeTheirs: () => {
      if (conflict === null) return;
      adopt(conflict);
      kept.forget({ content: contentOf(conflict), base: conflict.version });
      setConflict(null);
    },
    refused: isRefused && !isOvertaken(save.error) ? save.error : null,
    flush: async () => {
      const { id, version } = latest.current;
      if (id !== null && !isDirty && !save.isPending) return { id, version };
      return save.mutateAsync(content);
    },
    close: () => {
      latest.current = onServer(null);
      setKnown(latest.current);
      setSavedAt(null);
      kept.forget({ content: start, base: 0 });
    },
  };
}

function onServer(draft: Submission | null): OnServer {
  if (draft === null) return { id: null, version: 0, text: '' };
  return { id: draft.id, version: draft.version, text: textOf(contentOf(draft)) };
}

function send(occurrenceId: string, { id, version }: OnServer, content: Content): Promise<Submission> {
  const body = sentOf(content);
  return id === null
    ? answer(api.POST('/api/v1/occurrences/{id}/submissions', { params: { path: { id: occurrenceId } }, body }))
    : answer(api.PATCH('/api/v1/submissions/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
}

async function draftNow(occurrenceId: string): Promise<Submission | null> {
  const { submissions } = await answer(api.GET('/api/v1/occurrences/{id}', { params: { path: { id: occurrenceId } } }));
  return submissions.find(({ state }) => state === 'draft') ?? null;
}
