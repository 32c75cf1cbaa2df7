import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useMay, useSession } from '../api/session.js';
import { Empty } from '../ui/empty.js';
import { KeptNote } from '../ui/kept-note.js';
import { keep, useKept } from '../ui/kept.js';
import { Page } from '../ui/page.js';
import { HeaderForm } from './draft-header-form.js';
import { newHeader, sentHeader } from './draft-header.js';
import { Steps } from './draft-steps.js';

/** The first step: what an agreement is called and between whom; from here on the register keeps the draft. */
export default function NewAgreementPage(): ReactNode {
  const { t } = useTranslation();
  const { seats } = useSession();
  const may = useMay('agreements.register');
  const client = useQueryClient();
  const navigate = useNavigate();
  const own = seats.find(({ role, bodyId }) => role === 'REGISTRAR' && bodyId !== null)?.bodyId ?? null;
  const { value, set, broughtBackFrom, forget } = useKept('new-agreement', newHeader(own));
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/agreements', { body: sentHeader(value) })),
    onSuccess: async ({ id }) => {
      if (value.signedOn !== null) keep(`draft-signing.${id}`, value.signedOn);
      forget();
      await client.invalidateQueries({ queryKey: ['agreements'] });
      await navigate({ to: '/van-ban/$id/soan', params: { id }, search: { buoc: 'dieu-khoan' } });
    },
  });
  const trail = [{ label: t('app.agreements'), to: '/van-ban' }];
  return (
    <Page title={t('lifecycle.draft.new')} trail={trail}>
      {may ? (
        <>
          <Steps now="van-ban" />
          <KeptNote from={broughtBackFrom} onDrop={() => forget(newHeader(own))} />
          <HeaderForm
            typed={value}
            set={set}
            onSubmit={() => make.mutate()}
            isBusy={make.isPending}
            error={make.error}
            submitLabel={t('lifecycle.draft.start')}
            isNew
          />
        </>
      ) : (
        <Empty title={t('lifecycle.draft.mayNot')} />
      )}
    </Page>
  );
}
