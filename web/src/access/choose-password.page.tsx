import { Alert, Anchor, Button, Card, Center, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { ProblemNote } from '../ui/problem-note.js';
import { NewPasswordField } from './new-password-field.js';

/** The token stands behind the #, which no server and no log sees. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Where the one-time link leads: a password is chosen, once. */
export default function ChoosePasswordPage(): ReactNode {
  const { t } = useTranslation();
  const [token] = useState(() => tokenOf(location.hash));
  const [password, setPassword] = useState('');
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/password-choice', { body: { token, password } })),
  });
  useEffect(() => {
    document.title = `${t('access.me.choose')} – ${t('app.name')}`;
  }, [t]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Center component="main" mih="80dvh" p="md">
      <Card withBorder w={440} maw="100%" p="xl">
        <Stack>
          <Title order={1} size="h2">
            {t('access.me.choose')}
          </Title>
          {send.isSuccess ? (
            <>
              <Alert role="status" color="green" variant="outline">
                {t('access.me.chosen')}
              </Alert>
              <Anchor component={Link} to="/dang-nhap">
                {t('access.me.toSignIn')}
              </Anchor>
            </>
          ) : token === '' ? (
            <Alert role="alert" color="red" variant="outline">
              {t('access.me.noToken')}
            </Alert>
          ) : (
            <form onSubmit={submit}>
              <Stack>
                <Text>{t('access.me.chooseHint')}</Text>
                <NewPasswordField value={password} onChange={setPassword} error={faultAt(send.error, '/password')} />
                {faultAt(send.error, '/password') === undefined && <ProblemNote of={send.error} />}
                <Button type="submit" loading={send.isPending}>
                  {t('access.me.choose')}
                </Button>
              </Stack>
            </form>
          )}
        </Stack>
      </Card>
    </Center>
  );
}
