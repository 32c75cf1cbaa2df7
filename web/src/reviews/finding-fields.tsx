import { Autocomplete, Group, Select, SimpleGrid, Stack, Textarea, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import type { Promised } from './clause-names.js';
import { CommitmentSpan } from './commitment-span.js';
import { saidOnly, type TypedFinding } from './meeting.js';
import type { Review } from './review.queries.js';

interface Props {
  review: Review;
  promised: readonly Promised[];
  names: ReadonlyMap<string, string>;
  findings: readonly TypedFinding[];
  onChange: (findings: TypedFinding[]) => void;
  problem: Problem | null;
}

/** A text and an assessment for each clause that obliges something, beside what was reported of it. */
export function FindingFields({ review, promised, names, findings, onChange, problem }: Props): ReactNode {
  const { t } = useTranslation();
  const nameOf = (clauseId: string | null): string =>
    clauseId === null ? t('reviews.whole') : (names.get(clauseId) ?? t('reviews.clauseGone'));
  const put = (index: number, part: Partial<TypedFinding>): void => {
    onChange(findings.map((finding, at) => (at === index ? { ...finding, ...part } : finding)));
  };
  const sent = saidOnly(findings);
  const first = (index: number): boolean =>
    findings.findIndex(({ clauseId }) => clauseId === findings[index]?.clauseId) === index;
  return (
    <Stack gap={0}>
      {findings.map((typed, index) => {
        const place = sent.indexOf(typed);
        const own = first(index) ? promised.find(({ clauseId }) => clauseId === typed.clauseId) : undefined;
        const name = nameOf(typed.clauseId);
        return (
          <div key={`${typed.clauseId ?? ''}.${index}`} className="reviews-finding" role="group" aria-label={name}>
            <Title order={3} size="h5" mb="xs">
              {name}
            </Title>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <Stack gap="xs">
                <Textarea
                  label={t('reviews.finding')}
                  autosize
                  minRows={2}
                  value={typed.finding}
                  onChange={(event) => put(index, { finding: event.currentTarget.value })}
                  error={place < 0 ? undefined : problem?.at(`/findings/${place}/finding`)}
                />
                <Autocomplete
                  label={t('reviews.assessment')}
                  maxLength={2000}
                  data={[t('reviews.rating.good'), t('reviews.rating.fair'), t('reviews.rating.poor')]}
                  value={typed.assessment}
                  onChange={(assessment) => put(index, { assessment })}
                  error={place < 0 ? undefined : problem?.at(`/findings/${place}/assessment`)}
                />
              </Stack>
              <Stack gap="xs">
                {own?.commitments.map((commitment) => (
                  <CommitmentSpan key={commitment.id} review={review} commitment={commitment} />
                ))}
              </Stack>
            </SimpleGrid>
          </div>
        );
      })}
      <Group mt="xs">
        <Select
          label={t('reviews.addFinding')}
          placeholder={t('reviews.chooseClause')}
          searchable
          nothingFoundMessage={t('ui.nothingFound')}
          data={[...names]
            .filter(([id]) => !findings.some(({ clauseId }) => clauseId === id))
            .map(([value, label]) => ({ value, label }))}
          value={null}
          onChange={(clauseId) => {
            if (clauseId !== null) onChange([...findings, { clauseId, finding: '', assessment: '' }]);
          }}
          w={360}
          maw="100%"
        />
      </Group>
    </Stack>
  );
}
