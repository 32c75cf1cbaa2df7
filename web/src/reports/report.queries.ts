import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.js';

export type Report = Schemas['OccurrenceAnswer'];
export type Submission = Schemas['SubmissionAnswer'];

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['occurrences', id],
    queryFn: () => answer(api.GET('/api/v1/occurrences/{id}', { params: { path: { id } } })),
  });

export const reportRightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['occurrences', id, 'rights'],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/occurrences/{id}/rights', { params: { path: { id } } }))).rights,
  });

export const commitmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['commitments', id],
    queryFn: () => answer(api.GET('/api/v1/commitments/{id}', { params: { path: { id } } })),
  });

/** The same body's report of the period before, else that of its tier; null when this is the first. */
export const lastReportQuery = (report: Report) =>
  queryOptions({
    queryKey: ['occurrences', report.id, 'last'],
    queryFn: async () => {
      const id = await lastOccurrence(report);
      return id === null ? null : answer(api.GET('/api/v1/occurrences/{id}', { params: { path: { id } } }));
    },
  });

async function lastOccurrence(report: Report): Promise<string | null> {
  let last: string | null = null;
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page: { items: Schemas['CommitmentPeriod'][]; next: string | null } = await answer(
      api.GET('/api/v1/commitments/{id}/periods', { params: { path: { id: report.commitmentId }, query } }),
    );
    for (const { scheduleId, periodKey, bodies } of page.items) {
      if (scheduleId !== report.scheduleId) continue;
      if (periodKey === report.periodKey) return last;
      const own =
        bodies.find(({ bodyId }) => bodyId === report.bodyId) ?? bodies.find(({ tier }) => tier === report.tier);
      last = own?.occurrenceId ?? last;
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return null;
}

/** What was last said in a report: the accepted or latest filing, not a draft. */
export function lastFiling({ submissions }: Report): Submission | null {
  return submissions.filter(({ state }) => state !== 'draft').at(-1) ?? null;
}

/** After a write: the report, the lists and the desk are asked anew. */
export function useReportChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['occurrences', 'desk', 'extensions', 'summary'].map((name) => client.invalidateQueries({ queryKey: [name] })),
    );
  };
}
