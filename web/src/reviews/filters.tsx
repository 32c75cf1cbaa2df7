import { Button, Group, MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementPicker } from '../agreements/agreement-picker.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { FOLLOW_UP_STANDINGS, REVIEW_KINDS, REVIEW_STANDINGS, type Found } from './search.js';

interface Props {
  found: Found;
  set: (words: Record<string, string | string[] | undefined>) => void;
}

/** What is shown, kept in the address: to be sent on, and there again after a reload. */
export function Filters({ found, set }: Props): ReactNode {
  const { t } = useTranslation();
  const isReviews = found.tab === 'so-ket';
  const standings = isReviews ? REVIEW_STANDINGS : FOLLOW_UP_STANDINGS;
  const chosen = isReviews ? found.reviewStanding : found.followUpStanding;
  const isNarrowed =
    [found.kind, found.bodyId, found.agreementId, found.from, found.to].some((value) => value !== null) ||
    chosen.length > 0;
  return (
    <Group
      gap="sm"
      align="flex-end"
      className="reviews-filters no-print"
      role="search"
      aria-label={t('reviews.filters')}
    >
      {isReviews && (
        <Select
          label={t('reviews.kindLabel')}
          placeholder={t('ui.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          data={REVIEW_KINDS.map((kind) => ({ value: kind, label: t(`commitments.kind.${kind}`) }))}
          value={found.kind}
          onChange={(kind) => set({ kind: kind ?? undefined })}
          w={170}
        />
      )}
      <MultiSelect
        label={t('reviews.standingLabel')}
        {...(chosen.length === 0 ? { placeholder: t('ui.all') } : {})}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={standings.map((one) => ({ value: one, label: t(`commitments.standing.${one}`) }))}
        value={[...chosen]}
        onChange={(values) => set({ standing: values })}
        miw={200}
        maw={420}
      />
      <BodyPicker
        label={t(isReviews ? 'reviews.host' : 'reviews.owner')}
        placeholder={t('ui.all')}
        value={found.bodyId}
        onChange={(bodyId) => set({ bodyId: bodyId ?? undefined })}
        w={240}
      />
      <AgreementPicker
        label={t('reviews.agreement')}
        placeholder={t('ui.all')}
        value={found.agreementId}
        onChange={(id) => set({ agreementId: id ?? undefined })}
        w={280}
      />
      <CivilField
        label={t('reviews.dueFrom')}
        value={found.from}
        onChange={(from) => set({ from: from ?? undefined })}
        w={150}
      />
      <CivilField label={t('reviews.dueTo')} value={found.to} onChange={(to) => set({ to: to ?? undefined })} w={150} />
      {isNarrowed && (
        <Button
          variant="subtle"
          onClick={() =>
            set({
              kind: undefined,
              standing: undefined,
              bodyId: undefined,
              agreementId: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          {t('reviews.showAll')}
        </Button>
      )}
    </Group>
  );
}
