import { Group, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { useRightWords } from './right-words.js';

interface Props {
  tokens: readonly Schemas['TokenAnswer'][];
  onRevoke: (id: string) => Promise<void>;
}

/** Tokens of programs: what they may do, until when, when last used. */
export function TokenList({ tokens, onRevoke }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil, instant } = useFormats();
  const words = useRightWords();
  if (tokens.length === 0) return <Text c="dimmed">{t('access.tokensNone')}</Text>;
  const stateOf = (token: Schemas['TokenAnswer']): string => {
    if (token.revokedAt !== null) return t('access.tokenRevoked');
    if (token.expiresOn < today()) return t('access.tokenExpired');
    return t('access.tokenLine', { until: civil(token.expiresOn) });
  };
  return (
    <List spacing="sm">
      {tokens.map((token) => (
        <List.Item key={token.id}>
          <Text fw={600}>{token.name}</Text>
          <Text size="sm">
            {stateOf(token)};{' '}
            {token.lastUsedAt === null
              ? t('access.tokenUnused')
              : t('access.tokenUsed', { at: instant(token.lastUsedAt), from: token.lastUsedFrom ?? '–' })}
          </Text>
          <Text size="sm" c="dimmed">
            {token.scopes.map(words).join(', ')}
          </Text>
          {token.revokedAt === null && token.expiresOn >= today() && (
            <Group mt={4}>
              <Confirmed
                size="sm"
                label={t('access.revoke')}
                question={t('access.revokeQuestion', { name: token.name })}
                onConfirm={() => onRevoke(token.id)}
              />
            </Group>
          )}
        </List.Item>
      ))}
    </List>
  );
}
