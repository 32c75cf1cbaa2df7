import { Button, List, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './access.css';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { BodyName } from '../bodies/body-name.js';
import { Answered } from '../ui/answered.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { saveAsFile } from './data-download.js';
import { ChangePassword } from './me-password.js';
import { MySessions } from './me-sessions.js';
import { MyTokens } from './me-tokens.js';
import { MyTotp } from './me-totp.js';
import { Section } from './section.js';

/** The own account: contact, password, one-time codes, sessions, tokens, data. */
export default function MePage(): ReactNode {
  const { t } = useTranslation();
  const { seats } = useSession();
  const me = useQuery({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/v1/me')) });
  return (
    <Page title={t('access.account')}>
      <Answered of={me}>
        {(data) => (
          <>
            <Facts
              rows={[
                [t('access.fullName'), data.fullName],
                [t('access.login'), data.login],
              ]}
            />
            <Section title={t('access.me.seats')}>
              {seats.length === 0 ? (
                <Text c="dimmed">{t('access.me.noSeats')}</Text>
              ) : (
                <List>
                  {seats.map(({ role, bodyId }) => (
                    <List.Item key={`${role}.${bodyId ?? ''}`}>
                      {t(`access.role.${role}`)}
                      {': '}
                      {bodyId === null ? t('access.wholeRegister') : <BodyName id={bodyId} />}
                      <Text size="sm" c="dimmed">
                        {t(`access.roleMay.${role}`)}
                      </Text>
                    </List.Item>
                  ))}
                </List>
              )}
            </Section>
            <ContactForm me={data} />
            <ChangePassword login={data.login} />
            <MyTotp me={data} />
            <MySessions />
            <MyTokens />
            <MyData login={data.login} />
            <Notices />
          </>
        )}
      </Answered>
    </Page>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

function ContactForm({ me }: { me: Schemas['Me'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState({ email: me.email ?? '', phone: me.phone ?? '' });
  const send = useMutation({
    mutationFn: () =>
      answer(api.PUT('/api/v1/me/contact', { body: { email: orNull(value.email), phone: orNull(value.phone) } })),
    onSuccess: async () => {
      tell(t('access.me.contactSaved'));
      await client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Section title={t('access.me.contact')}>
      <Text size="sm" c="dimmed">
        {t('access.me.contactHint')}
      </Text>
      <form className="account-form" onSubmit={submit}>
        {(['email', 'phone'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`access.${field}`)}
            type={field === 'email' ? 'email' : 'tel'}
            autoComplete={field === 'email' ? 'work email' : 'work tel'}
            maxLength={field === 'email' ? 254 : 40}
            value={value[field]}
            error={faultAt(send.error, `/${field}`)}
            onChange={({ currentTarget }) => {
              setValue((was) => ({ ...was, [field]: currentTarget.value }));
            }}
          />
        ))}
        <ProblemNote of={send.error} />
        <Button type="submit" loading={send.isPending}>
          {t('ui.save')}
        </Button>
      </form>
    </Section>
  );
}

function MyData({ login }: { login: string }): ReactNode {
  const { t } = useTranslation();
  const get = useMutation({
    mutationFn: () => answer(api.GET('/api/v1/me/data')),
    onSuccess: (data) => {
      saveAsFile(data, `${login}.json`);
    },
  });
  return (
    <Section title={t('access.me.data')}>
      <Text size="sm" c="dimmed">
        {t('access.me.dataHint')}
      </Text>
      <ProblemNote of={get.error} />
      <Button
        variant="default"
        loading={get.isPending}
        onClick={() => {
          get.mutate();
        }}
      >
        {t('access.me.downloadData')}
      </Button>
    </Section>
  );
}

function Notices(): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const notices = useQuery({
    queryKey: ['notices-of-use'],
    queryFn: () => answer(api.GET('/api/v1/notices-of-use')),
    staleTime: Infinity,
  });
  return (
    <Section title={t('access.me.notices')}>
      <Answered of={notices} rows={2}>
        {(data) => (
          <List>
            <List.Item>{say(data.noSecretsVi, data.noSecretsEn)}</List.Item>
            <List.Item>{say(data.defenceVi, data.defenceEn)}</List.Item>
            <List.Item>{say(data.scanVi, data.scanEn)}</List.Item>
          </List>
        )}
      </Answered>
    </Section>
  );
}
