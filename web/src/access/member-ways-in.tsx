import { Group, List, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { Answered } from '../ui/answered.js';
import { Confirmed } from '../ui/confirmed.js';
import { useFormats } from '../ui/format.js';
import { FormWindow } from '../ui/form-window.js';
import { Section } from './section.js';
import { TokenList } from './token-list.js';

/** By which accounts of the identity provider a member signs in. */
export function MemberIdentities({ memberId }: { memberId: string }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const client = useQueryClient();
  const [subject, setSubject] = useState('');
  const key = ['members', memberId, 'identities'];
  const identities = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/v1/members/{id}/identities', { params: { path: { id: memberId }, query: { limit: 200 } } })),
  });
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const link = async (): Promise<void> => {
    const params = { path: { id: memberId } };
    await answer(api.POST('/api/v1/members/{id}/identities', { params, body: { subject } }));
    await again();
  };
  return (
    <Section title={t('access.identities')}>
      <Answered of={identities} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('access.identitiesNone')}</Text>
          ) : (
            <List>
              {items.map(({ id, subject: known, issuer, linkedAt }) => (
                <List.Item key={id}>
                  <Group gap="sm">
                    {t('access.identityLine', { subject: known, issuer, at: instant(linkedAt) })}
                    <Confirmed
                      size="sm"
                      label={t('access.unlink')}
                      question={t('access.unlinkQuestion', { subject: known })}
                      onConfirm={async () => {
                        const params = { path: { id: memberId, identityId: id } };
                        await answer(api.DELETE('/api/v1/members/{id}/identities/{identityId}', { params }));
                        await again();
                      }}
                    />
                  </Group>
                </List.Item>
              ))}
            </List>
          )
        }
      </Answered>
      <FormWindow
        label={t('access.link')}
        onSend={link}
        onOpen={() => {
          setSubject('');
        }}
      >
        {(error) => (
          <TextInput
            label={t('access.subject')}
            description={t('access.subjectHint')}
            required
            maxLength={255}
            value={subject}
            error={faultAt(error, '/subject')}
            onChange={({ currentTarget }) => {
              setSubject(currentTarget.value);
            }}
          />
        )}
      </FormWindow>
    </Section>
  );
}

/** Tokens that a member has made for programs. */
export function MemberTokens({ memberId }: { memberId: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const key = ['members', memberId, 'tokens'];
  const tokens = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/v1/members/{id}/tokens', { params: { path: { id: memberId }, query: { limit: 200 } } })),
  });
  return (
    <Section title={t('access.tokensOf')}>
      <Answered of={tokens} rows={1}>
        {({ items }) => (
          <TokenList
            tokens={items}
            onRevoke={async (tokenId) => {
              const params = { path: { id: memberId, tokenId } };
              await answer(api.DELETE('/api/v1/members/{id}/tokens/{tokenId}', { params }));
              await client.invalidateQueries({ queryKey: key });
            }}
          />
        )}
      </Answered>
    </Section>
  );
}
