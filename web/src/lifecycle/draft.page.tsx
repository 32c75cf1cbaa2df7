import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../agreements/state-badge.js';
import { answer, api, ifMatch } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { Empty } from '../ui/empty.js';
import { KeptNote } from '../ui/kept-note.js';
import { keep, useKept } from '../ui/kept.js';
import { Page } from '../ui/page.js';
import { tell } from '../ui/tell.js';
import { CheckStep } from './draft-check.js';
import { ClausesStep } from './draft-clauses.js';
import { HeaderForm } from './draft-header-form.js';
import { changedHeader, typedHeader } from './draft-header.js';
import { PromisesStep } from './draft-promises.js';
import { agreementQuery, isDraft, type Agreement } from './draft-queries.js';
import { STEPS, Steps, type Step } from './draft-steps.js';

const route = getRouteApi('/inside/van-ban/$id/soan');

/** The making of an agreement in four steps, each saved in the register; later the way to change it. */
export default function DraftPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { buoc } = route.useSearch();
  const may = useMay('agreements.register');
  const agreement = useQuery(agreementQuery(id));
  const step = STEPS.find((one) => one === buoc) ?? 'van-ban';
  const trail = [{ label: t('app.agreements'), to: '/van-ban' }];
  const isNew = agreement.data === undefined || isDraft(agreement.data);
  return (
    <Page
      title={agreement.data?.title ?? t(isNew ? 'lifecycle.draft.draft' : 'lifecycle.draft.edit')}
      trail={isNew ? trail : [...trail, { label: t('lifecycle.draft.openAgreement'), to: `/van-ban/${id}` }]}
      badges={agreement.data && <StateBadge state={agreement.data.state} />}
      actions={may && agreement.data?.state === 'draft' && <Delete agreement={agreement.data} />}
    >
      {may ? (
        <>
          <Steps id={id} now={step} />
          <Answered of={agreement}>{(data) => <StepOf key={step} step={step} agreement={data} />}</Answered>
        </>
      ) : (
        <Empty title={t('lifecycle.draft.mayNot')} />
      )}
    </Page>
  );
}

function StepOf({ step, agreement }: { step: Step; agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const frame = useRef<HTMLElement>(null);
  const go = (next: Step): void => {
    void navigate({ to: '/van-ban/$id/soan', params: { id: agreement.id }, search: { buoc: next } });
  };
  // Whoever goes on by keyboard starts at the top of the new step.
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);
  const name = t('lifecycle.draft.stepSaid', { no: STEPS.indexOf(step) + 1, name: t(`lifecycle.draft.step.${step}`) });
  return (
    <section ref={frame} tabIndex={-1} aria-label={name} style={{ outline: 'none' }}>
      {step === 'van-ban' && <HeaderStep agreement={agreement} onNext={() => go('dieu-khoan')} />}
      {step === 'dieu-khoan' && <ClausesStep agreement={agreement} onNext={() => go('cam-ket')} />}
      {step === 'cam-ket' && <PromisesStep agreement={agreement} onNext={() => go('kiem-tra')} />}
      {step === 'kiem-tra' && <CheckStep agreement={agreement} />}
    </section>
  );
}

function HeaderStep({ agreement, onNext }: { agreement: Agreement; onNext: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id, version } = agreement;
  const day = useKept<string | null>(`draft-signing.${id}`, null);
  const start = { ...typedHeader(agreement), signedOn: agreement.signedOn ?? day.value };
  const kept = useKept(`draft-header.${id}`, start);
  const isSigned = agreement.state !== 'draft';
  const save = useMutation({
    mutationFn: async () => {
      const body = changedHeader(kept.value, agreement);
      if (Object.keys(body).length === 0) return;
      const params = { path: { id }, header: ifMatch(version) };
      await answer(api.PATCH('/api/v1/agreements/{id}', { params, body }));
    },
    onSuccess: async () => {
      if (!isSigned) keep(`draft-signing.${id}`, kept.value.signedOn);
      kept.forget();
      tell(t('lifecycle.draft.saved'));
      await client.invalidateQueries();
      onNext();
    },
  });
  return (
    <>
      <KeptNote from={kept.broughtBackFrom} onDrop={() => kept.forget(start)} />
      <HeaderForm
        typed={kept.value}
        set={kept.set}
        onSubmit={() => save.mutate()}
        isBusy={save.isPending}
        error={save.error}
        submitLabel={t('lifecycle.draft.saveNext')}
        isFixed={!isDraft(agreement)}
        isSigned={isSigned}
      />
    </>
  );
}

function Delete({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <Confirmed
      variant="subtle"
      color="red"
      label={t('lifecycle.draft.deleteDraft')}
      question={t('lifecycle.draft.deleteAsk')}
      onConfirm={async () => {
        const params = { path: { id: agreement.id }, header: ifMatch(agreement.version) };
        await answer(api.DELETE('/api/v1/agreements/{id}', { params }));
        tell(t('lifecycle.draft.deleted'));
        await navigate({ to: '/van-ban' });
        await client.invalidateQueries({ queryKey: ['agreements'] });
      }}
    />
  );
}
