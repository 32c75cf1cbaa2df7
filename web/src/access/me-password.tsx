import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { NewPasswordField } from './new-password-field.js';
import { Section } from './section.js';

/** Changes the own password; the login stands hidden beside it for the keeper of passwords. */
export function ChangePassword({ login }: { login: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/password', { body: { present, password } })),
    onSuccess: async () => {
      setPresent('');
      setPassword('');
      tell(t('access.me.passwordChanged'));
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Section title={t('access.me.passwordTitle')}>
      <form className="account-form" onSubmit={submit}>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordInput
          label={t('access.me.present')}
          name="password"
          autoComplete="current-password"
          required
          value={present}
          error={faultAt(send.error, '/present')}
          visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
          onChange={({ currentTarget }) => {
            setPresent(currentTarget.value);
          }}
        />
        <NewPasswordField value={password} onChange={setPassword} error={faultAt(send.error, '/password')} />
        <ProblemNote of={send.error} />
        <Button type="submit" loading={send.isPending}>
          {t('access.me.changePassword')}
        </Button>
      </form>
    </Section>
  );
}
