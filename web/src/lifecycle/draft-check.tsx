import { Alert, Anchor, Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { checksQuery, isDraft, type Agreement } from './draft-queries.js';
import type { Step } from './draft-steps.js';

type Checks = Schemas['ActivationChecksAnswer'];

/** The step in which each finding is mended; what is asked for here has none. */
const PLACE: readonly (readonly [string, Step])[] = [
  ['readiness.no-number', 'van-ban'],
  ['readiness.no-term', 'van-ban'],
  ['readiness.in-force-assumed', 'van-ban'],
  ['readiness.no-signed-text', 'dieu-khoan'],
  ['readiness.no-clause', 'dieu-khoan'],
  ['readiness.', 'cam-ket'],
  ['activation.stranger', 'cam-ket'],
  ['activation.outside-term', 'cam-ket'],
  ['activation.cannot-plan', 'cam-ket'],
];
const HERE = new Set(['readiness.past-not-followed', 'readiness.provisional-dates']);

function placeOf(code: string): Step | null {
  return HERE.has(code) ? null : (PLACE.find(([start]) => code.startsWith(start))?.[1] ?? null);
}

/** The last step: what stands in the way, what is odd, the day of signing, and into force. */
export function CheckStep({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const checks = useQuery(checksQuery(agreement.id));
  if (!isDraft(agreement))
    return (
      <Stack>
        <Text>{t('lifecycle.draft.already')}</Text>
        <Anchor component={Link} to={`/van-ban/${agreement.id}`}>
          {t('lifecycle.draft.openAgreement')}
        </Anchor>
      </Stack>
    );
  return (
    <Stack maw={760}>
      <Title order={2} size="h4">
        {t('lifecycle.draft.checks')}
      </Title>
      <Answered of={checks}>
        {(found) => (
          <>
            <Findings agreement={agreement} of={found} />
            <Activation agreement={agreement} />
          </>
        )}
      </Answered>
    </Stack>
  );
}

/** That it is not signed yet is asked for below, and so no fault here. */
const isSigning = (code: string): boolean => code === 'activation.not-signed';

function Findings({ agreement, of }: { agreement: Agreement; of: Checks }): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const errors = of.refusals.filter(({ code }) => !isSigning(code));
  return (
    <>
      {errors.length > 0 ? (
        <Alert
          color="red"
          variant="outline"
          classNames={{ title: 'draft-alert-title' }}
          icon={<IconAlertTriangle aria-hidden />}
          title={t('lifecycle.draft.blocked')}
        >
          <Finding agreement={agreement} of={errors} />
        </Alert>
      ) : (
        <Alert
          color="green"
          variant="outline"
          classNames={{ title: 'draft-alert-title' }}
          icon={<IconCircleCheck aria-hidden />}
          title={t('lifecycle.draft.ready')}
        >
          {t('lifecycle.draft.plan', { occurrences: count(of.occurrences), reviews: count(of.reviews) })}
        </Alert>
      )}
      {of.warnings.length > 0 && (
        <Alert
          color="orange"
          variant="outline"
          classNames={{ title: 'draft-alert-title' }}
          icon={<IconAlertTriangle aria-hidden />}
          title={t('lifecycle.draft.odd')}
        >
          <Finding agreement={agreement} of={of.warnings} />
        </Alert>
      )}
    </>
  );
}

function Finding({ agreement, of }: { agreement: Agreement; of: readonly Schemas['ReadinessFinding'][] }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  return (
    <List size="sm" spacing={4}>
      {of.map(({ code, messageVi, messageEn }) => {
        const step = placeOf(code);
        return (
          <List.Item key={`${code} ${messageVi}`}>
            {say(messageVi, messageEn)}{' '}
            {step !== null && (
              <Anchor
                component={Link}
                inherit
                underline="always"
                to={`/van-ban/${agreement.id}/soan?buoc=${step}`}
                aria-label={`${t('lifecycle.draft.goThere')}: ${say(messageVi, messageEn)}`}
              >
                {t('lifecycle.draft.goThere')}
              </Anchor>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}

function Activation({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil, count } = useFormats();
  const { id, inForceFrom } = agreement;
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayActivate = useMay('agreements.activate');
  const day = useKept<string | null>(`draft-signing.${id}`, null);
  const [place, setPlace] = useState(agreement.signedAtPlace ?? '');
  const [since, setSince] = useState(agreement.followedSince);
  const isSigned = agreement.state === 'signed';
  const sign = async (): Promise<Agreement> => {
    if (isSigned || day.value === null) return agreement;
    const params = { path: { id }, header: ifMatch(agreement.version) };
    const body = { signedOn: day.value, signedAtPlace: place.trim() || null };
    return answer(api.POST('/api/v1/agreements/{id}/signature', { params, body }));
  };
  const onlySign = useMutation({
    mutationFn: sign,
    onSuccess: async () => {
      day.forget();
      tell(t('lifecycle.draft.signed'));
      await client.invalidateQueries();
    },
  });
  const activate = useMutation({
    mutationFn: async () => {
      const { version } = await sign();
      const params = { path: { id }, header: ifMatch(version) };
      return answer(api.POST('/api/v1/agreements/{id}/activation', { params, body: { followedSince: since } }));
    },
    // The signing may have been recorded although the activation was refused.
    onError: () => client.invalidateQueries({ queryKey: ['agreements'] }),
    onSuccess: async ({ occurrences, reviews }) => {
      day.forget();
      tell(t('lifecycle.draft.activated', { occurrences: count(occurrences), reviews: count(reviews) }));
      await client.invalidateQueries();
      await navigate({ to: '/van-ban/$id', params: { id } });
    },
  });
  const error = activate.error ?? onlySign.error;
  const problem = error instanceof Problem ? error : null;
  const isDated = isSigned || day.value !== null;
  return (
    <Stack>
      {!isSigned && (
        <Group align="flex-start" gap="sm">
          <CivilField
            label={t('lifecycle.draft.signedOn')}
            required
            w={200}
            value={day.value}
            onChange={day.set}
            error={problem?.at('/signedOn')}
          />
          <TextInput
            label={t('lifecycle.draft.signedAt')}
            w={240}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          {day.value === null && inForceFrom !== null && (
            <Button mt={25} variant="default" onClick={() => day.set(inForceFrom)}>
              {t('lifecycle.draft.signedLikeInForce', { date: civil(inForceFrom) })}
            </Button>
          )}
        </Group>
      )}
      <CivilField
        label={t('lifecycle.draft.followedSince')}
        description={t('lifecycle.draft.followedHint')}
        value={since}
        onChange={setSince}
        maw={560}
        error={problem?.at('/followedSince')}
      />
      <ProblemNote of={error} />
      {!isDated && <Text size="sm">{t('lifecycle.draft.signedOnMissing')}</Text>}
      {!mayActivate && <Text size="sm">{t('lifecycle.draft.mayNotActivate')}</Text>}
      <Group>
        {mayActivate && (
          <Button disabled={!isDated} loading={activate.isPending} onClick={() => activate.mutate()}>
            {t('lifecycle.draft.activate')}
          </Button>
        )}
        {!isSigned && (
          <Button variant="default" disabled={!isDated} loading={onlySign.isPending} onClick={() => onlySign.mutate()}>
            {t('lifecycle.draft.signOnly')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
