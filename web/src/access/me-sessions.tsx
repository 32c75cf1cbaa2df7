import { Button, Group, List, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { ToneBadge } from '../ui/tone.js';
import { agentOf } from './agent-words.js';
import { Section } from './section.js';

/** Where one is signed in, and how to end it there. */
export function MySessions(): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const nameOf = (line: string): string => {
    const { browser, system } = agentOf(line);
    if (browser !== null && system !== null) return t('access.me.agentOn', { browser, system });
    return browser ?? system ?? (line === '' ? t('access.me.unknownAgent') : line);
  };
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => answer(api.GET('/api/v1/sessions')) });
  const again = async (): Promise<void> => {
    tell(t('access.me.sessionEnded'));
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  const end = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: again,
  });
  return (
    <Section title={t('access.me.sessions')}>
      <Answered of={sessions} rows={2}>
        {({ items }) => (
          <>
            <List spacing="sm">
              {items.map((session) => {
                const agent = nameOf(session.agent);
                return (
                  <List.Item key={session.id}>
                    <Group gap="xs">
                      <Text fw={600} title={session.agent}>
                        {agent}
                      </Text>
                      {session.current && <ToneBadge tone="good">{t('access.me.sessionHere')}</ToneBadge>}
                    </Group>
                    <Text size="sm">
                      {t('access.me.sessionLine', {
                        address: session.address,
                        seen: instant(session.lastSeenAt),
                        until: instant(session.expiresAt),
                      })}
                    </Text>
                    {!session.current && (
                      <Button
                        size="sm"
                        variant="default"
                        mt={4}
                        aria-label={t('access.me.endSessionOf', { agent })}
                        onClick={() => {
                          end.mutate(session.id);
                        }}
                      >
                        {t('access.me.endSession')}
                      </Button>
                    )}
                  </List.Item>
                );
              })}
            </List>
            <ProblemNote of={end.error} />
            {items.length > 1 && (
              <Confirmed
                label={t('access.me.endOthers')}
                question={t('access.me.endOthersQuestion')}
                onConfirm={async () => {
                  await answer(api.DELETE('/api/v1/sessions'));
                  await again();
                }}
              />
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}
