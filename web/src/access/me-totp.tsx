import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { FormWindow } from '../ui/form-window.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { Section } from './section.js';
import { ShownOnce } from './shown-once.js';

const TotpPicture = lazy(() => import('./totp-picture.js'));

/** One-time codes: on, off, and the recovery codes. */
export function MyTotp({ me }: { me: Schemas['Me'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [proposal, setProposal] = useState<Schemas['TotpProposal'] | null>(null);
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['me'] });
  const clear = (): void => {
    setPassword('');
    setCode('');
  };
  const propose = async (): Promise<void> => {
    setProposal(await answer(api.POST('/api/v1/me/totp', { body: { password } })));
    clear();
  };
  const turnOff = async (): Promise<void> => {
    await answer(api.DELETE('/api/v1/me/totp', { body: { password, code } }));
    clear();
    tell(t('access.me.turnedOff'));
    await again();
  };
  const passwordField = (error: unknown): ReactNode => (
    <PasswordInput
      label={t('access.me.present')}
      autoComplete="current-password"
      required
      value={password}
      error={faultAt(error, '/password')}
      visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
      onChange={({ currentTarget }) => {
        setPassword(currentTarget.value);
      }}
    />
  );
  return (
    <Section title={t('access.me.totp')}>
      <Text>{t(me.totp ? 'access.me.totpIsOn' : 'access.me.totpIsOff')}</Text>
      {me.totp && <Text>{t('access.me.codesLeft', { n: me.recoveryCodesLeft })}</Text>}
      {recovery !== null && (
        <ShownOnce title={t('access.me.recovery')} hint={t('access.me.recoveryHint')} text={recovery.join('\n')}>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              setRecovery(null);
            }}
          >
            {t('access.me.recoverySaved')}
          </Button>
        </ShownOnce>
      )}
      {me.totp ? (
        <FormWindow label={t('access.me.turnOff')} submitLabel={t('access.me.turnOff')} onSend={turnOff} onOpen={clear}>
          {(error) => (
            <>
              {passwordField(error)}
              <TextInput
                label={t('access.code')}
                description={t('access.codeHint')}
                autoComplete="one-time-code"
                required
                value={code}
                error={faultAt(error, '/code')}
                onChange={({ currentTarget }) => {
                  setCode(currentTarget.value);
                }}
              />
            </>
          )}
        </FormWindow>
      ) : proposal === null ? (
        <FormWindow label={t('access.me.turnOn')} submitLabel={t('ui.next')} onSend={propose} onOpen={clear}>
          {passwordField}
        </FormWindow>
      ) : (
        <Confirmation
          proposal={proposal}
          onConfirmed={async (codes) => {
            setProposal(null);
            setRecovery(codes);
            await again();
          }}
        />
      )}
    </Section>
  );
}

interface ConfirmationProps {
  proposal: Schemas['TotpProposal'];
  onConfirmed: (codes: string[]) => Promise<void>;
}

function Confirmation({ proposal, onConfirmed }: ConfirmationProps): ReactNode {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/totp/confirmation', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const inFours = proposal.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <Stack>
      <Text size="sm">{t('access.me.totpScan')}</Text>
      <Suspense fallback={<div className="totp-picture" />}>
        <TotpPicture text={proposal.uri} />
      </Suspense>
      <ShownOnce title={t('access.me.secret')} hint={t('access.me.totpSteps')} text={inFours}>
        <Anchor href={proposal.uri}>{t('access.me.openApp')}</Anchor>
      </ShownOnce>
      <form className="account-form" onSubmit={submit}>
        <TextInput
          label={t('access.me.firstCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
          value={code}
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value);
          }}
        />
        <ProblemNote of={send.error} />
        <Button type="submit" loading={send.isPending}>
          {t('access.me.confirmTotp')}
        </Button>
      </form>
    </Stack>
  );
}
