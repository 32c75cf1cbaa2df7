import { Checkbox, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { FormWindow } from '../ui/form-window.js';
import { daysAfter, today } from '../ui/today.js';
import { useRightWords } from './right-words.js';
import { Section } from './section.js';
import { ShownOnce } from './shown-once.js';
import { TokenList } from './token-list.js';

const ALL_READING = '*.read';
/** Rights for people alone, which no token is given. */
const FOR_PEOPLE = /\.own$|^(?:members|seats|webhooks)\.keep$/;
const DAYS_AT_FIRST = 90;

/** Tokens that programs use in one's own name. */
export function MyTokens(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [made, setMade] = useState<Schemas['MadeToken'] | null>(null);
  const tokens = useQuery({
    queryKey: ['me', 'tokens'],
    queryFn: () => answer(api.GET('/api/v1/me/tokens', { params: { query: { limit: 200 } } })),
  });
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['me', 'tokens'] });
  return (
    <Section title={t('access.me.tokens')}>
      <Text size="sm" c="dimmed">
        {t('access.me.tokensHint')}
      </Text>
      {made !== null && (
        <ShownOnce
          key={made.id}
          title={`${t('access.me.tokenMade')}: ${made.name}`}
          hint={t('access.me.tokenMadeHint')}
          text={made.token}
        />
      )}
      <MakeToken
        onMade={async (token) => {
          setMade(token);
          await again();
        }}
      />
      <Answered of={tokens} rows={1}>
        {({ items }) => (
          <TokenList
            tokens={items}
            onRevoke={async (id) => {
              await answer(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } }));
              await again();
            }}
          />
        )}
      </Answered>
    </Section>
  );
}

function MakeToken({ onMade }: { onMade: (token: Schemas['MadeToken']) => Promise<void> }): ReactNode {
  const { t } = useTranslation();
  const { rights } = useSession();
  const words = useRightWords();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([ALL_READING]);
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    await onMade(await answer(api.POST('/api/v1/me/tokens', { body: { name, scopes, expiresOn: expiresOn ?? '' } })));
  };
  return (
    <FormWindow
      label={t('access.me.makeToken')}
      submitLabel={t('access.me.makeToken')}
      size="lg"
      onSend={send}
      onOpen={() => {
        setName('');
        setScopes([ALL_READING]);
        setExpiresOn(daysAfter(today(), DAYS_AT_FIRST));
      }}
    >
      {(error) => (
        <>
          <TextInput
            label={t('access.me.tokenName')}
            description={t('access.me.tokenNameHint')}
            required
            maxLength={100}
            value={name}
            error={faultAt(error, '/name')}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <CivilField
            label={t('access.me.tokenUntil')}
            required
            value={expiresOn}
            error={faultAt(error, '/expiresOn')}
            onChange={setExpiresOn}
          />
          <Checkbox.Group
            label={t('access.me.tokenScopes')}
            value={scopes}
            error={faultAt(error, '/scopes')}
            onChange={setScopes}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
              {[ALL_READING, ...rights.filter((right) => !FOR_PEOPLE.test(right))].map((right) => (
                <Checkbox key={right} value={right} label={words(right)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
        </>
      )}
    </FormWindow>
  );
}
