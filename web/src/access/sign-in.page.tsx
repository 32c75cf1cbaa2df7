import { Anchor, Button, Card, Center, Divider, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Problem } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';
import { SignInForm } from './sign-in-form.js';

const route = getRouteApi('/outside/dang-nhap');

/** Why the sign-in through the identity provider came to nothing: names of the register's own refusals. */
const PROVIDER_REFUSALS = [
  ...(['off', 'unreachable', 'return-elsewhere', 'not-begun', 'wrong-state', 'used', 'expired'] as const),
  ...(['denied', 'provider-refused', 'untrusted', 'unknown-member', 'member-disabled'] as const),
];

/** Only a path of this register: never another site. */
function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';
}

/** The door: accounts of this register and, where the office has one, its identity provider. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const { tiep, loi } = route.useSearch();
  const client = useQueryClient();
  const navigate = useNavigate();
  const methods = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: () => answer(api.GET('/api/v1/sign-in-methods')),
  });
  const oidc = methods.data?.oidc ?? null;
  useEffect(() => {
    document.title = `${t('access.signIn')} – ${t('app.name')}`;
  }, [t]);
  const refusal = (code: string): string => {
    const known = PROVIDER_REFUSALS.find((name) => code === name || code === `oidc.${name}`);
    return known === undefined ? t('access.providerRefused', { code }) : t(`access.provider.${known}`);
  };
  const enter = async (): Promise<void> => {
    client.clear();
    await client.query(sessionQuery);
    await navigate({ href: ownPath(tiep), replace: true });
  };
  return (
    <Center component="main" mih="80dvh" p="md">
      <Card withBorder w={400} maw="100%" p="xl">
        <Stack>
          <Stack gap={4}>
            <Title order={1} size="h2">
              {t('app.name')}
            </Title>
            <Text c="dimmed">{t('app.purpose')}</Text>
          </Stack>
          {loi !== undefined && <ProblemNote of={new Problem(401, loi, { detail: refusal(loi) }, [])} />}
          <SignInForm onDone={enter} />
          {oidc !== null && (
            <>
              <Divider label={t('access.or')} />
              <Button
                component="a"
                variant="default"
                href={`/api/v1/oidc/start?returnTo=${encodeURIComponent(ownPath(tiep))}`}
              >
                {oidc.label}
              </Button>
            </>
          )}
          <Text size="sm" c="dimmed">
            {t('access.forgotten')}
          </Text>
          <Anchor href="/api/docs" size="sm">
            {t('app.forPrograms')}
          </Anchor>
        </Stack>
      </Card>
    </Center>
  );
}
