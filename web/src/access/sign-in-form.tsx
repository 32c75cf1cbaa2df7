import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { ProblemNote } from '../ui/problem-note.js';

/** Login, password and, once the register asks for it, the one-time code. `login` given: only that member. */
export function SignInForm({ login: fixed, onDone }: { login?: string; onDone: () => Promise<void> }): ReactNode {
  const { t } = useTranslation();
  const [login, setLogin] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: async () => {
      const asked = code === '' ? {} : { code };
      await answer(api.POST('/api/v1/sessions', { body: { login, password, as: 'cookie', ...asked } }));
      await onDone();
    },
  });
  const asksForCode = send.error instanceof Problem && send.error.code.endsWith('.code-needed');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('access.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          required
          readOnly={fixed !== undefined}
          value={login}
          onChange={(event) => {
            setLogin(event.currentTarget.value);
          }}
        />
        <PasswordInput
          label={t('access.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        {(asksForCode || code !== '') && (
          <TextInput
            label={t('access.code')}
            description={t('access.codeHint')}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            autoFocus
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
        )}
        {!asksForCode && <ProblemNote of={send.error} />}
        <Button type="submit" loading={send.isPending}>
          {t('access.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
