import { Anchor, Button, Group, List, Select, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useMay, useSession } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { Confirmed } from '../ui/confirmed.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { FormWindow } from '../ui/form-window.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { saveAsFile } from './data-download.js';
import { MemberIdentities, MemberTokens } from './member-ways-in.js';
import { MemberState } from './member-state.js';
import { Section } from './section.js';
import { ShownOnce } from './shown-once.js';

const route = getRouteApi('/inside/thanh-vien/$id');
const REASONS = ['TRANSFERRED', 'RETIRED', 'END_OF_TERM', 'OTHER'] as const;
type Member = Schemas['MemberPage'];

/** One person: how to reach them, how they sign in, which seats they hold. */
export default function MemberPage(): ReactNode {
  const { id } = route.useParams();
  const member = useQuery({
    queryKey: ['members', id],
    queryFn: () => answer(api.GET('/api/v1/members/{id}', { params: { path: { id } } })),
  });
  return <Answered of={member}>{(data) => <One key={data.id} member={data} />}</Answered>;
}

function One({ member }: { member: Member }): ReactNode {
  const { t } = useTranslation();
  const { civil, instant } = useFormats();
  const { departure, id } = member;
  return (
    <Page
      title={member.fullName}
      trail={[{ label: t('app.members'), to: '/thanh-vien' }]}
      badges={<MemberState isSuspended={member.disabledAt !== null} hasLeft={departure !== null} />}
    >
      <Facts
        rows={[
          [t('access.login'), member.login],
          [t('access.email'), member.email],
          [t('access.phone'), member.phone],
          [t('access.signInBy'), t(member.totp ? 'access.totpOn' : 'access.totpOff')],
          [
            t('access.departed'),
            departure &&
              t('access.departedOn', { on: civil(departure.on), reason: t(`access.departReason.${departure.reason}`) }),
          ],
          [
            t('access.anonymise'),
            departure?.anonymisedAt ? t('access.anonymised', { at: instant(departure.anonymisedAt) }) : null,
          ],
        ]}
      />
      <Section title={t('access.seatsOf')}>
        {member.seats.length === 0 ? (
          <Text c="dimmed">{t('access.noSeats')}</Text>
        ) : (
          <List>
            {member.seats.map((seat) => (
              <List.Item key={`${seat.seatId}.${seat.from}`}>
                <Anchor component={Link} to="/thanh-vien/vi-tri/$id" params={{ id: seat.seatId } as never}>
                  {seat.seatName}
                </Anchor>
                {', '}
                {seat.bodyName === '' ? t('access.wholeRegister') : seat.bodyName}
                {': '}
                {t('access.holdingLine', {
                  from: civil(seat.from),
                  to: seat.to === null ? t('access.now') : civil(seat.to),
                })}
              </List.Item>
            ))}
          </List>
        )}
      </Section>
      <Section title={t('access.access')}>
        <Deeds member={member} />
      </Section>
      <MemberIdentities memberId={id} />
      <MemberTokens memberId={id} />
      <Section title={t('access.me.data')}>
        <DataOf member={member} />
      </Section>
    </Page>
  );
}

function Deeds({ member }: { member: Member }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const client = useQueryClient();
  const isOneself = useSession().id === member.id;
  const [link, setLink] = useState<Schemas['OneTimeLink'] | null>(null);
  const { fullName: name, departure } = member;
  const params = { path: { id: member.id } };
  const done = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await client.invalidateQueries({ queryKey: ['members'] });
    tell(t('access.done'));
  };
  if (departure !== null)
    return departure.anonymisedAt === null ? (
      <Confirmed
        label={t('access.anonymise')}
        question={t('access.anonymiseQuestion', { name })}
        onConfirm={() => done(answer(api.POST('/api/v1/members/{id}/anonymisation', { params })))}
      />
    ) : null;
  return (
    <>
      {link !== null && (
        <ShownOnce
          key={link.token}
          title={t('access.reset')}
          hint={t('access.resetHint', { name, until: instant(link.expiresAt) })}
          text={`${location.origin}${link.link}`}
        />
      )}
      <Group>
        <Confirmed
          label={t('access.reset')}
          question={t('access.resetQuestion', { name })}
          onConfirm={async () => {
            setLink((await answer(api.POST('/api/v1/members/{id}/password-reset', { params }))).reset);
          }}
        />
        {member.totp && (
          <Confirmed
            label={t('access.removeTotp')}
            question={t('access.removeTotpQuestion', { name })}
            onConfirm={() => done(answer(api.DELETE('/api/v1/members/{id}/totp', { params })))}
          />
        )}
        {member.disabledAt !== null && (
          <Confirmed
            label={t('access.resume')}
            question={t('access.resumeQuestion', { name })}
            onConfirm={() => done(answer(api.DELETE('/api/v1/members/{id}/suspension', { params })))}
          />
        )}
        {member.disabledAt === null && !isOneself && (
          <Confirmed
            label={t('access.suspend')}
            question={t('access.suspendQuestion', { name })}
            onConfirm={() => done(answer(api.POST('/api/v1/members/{id}/suspension', { params })))}
          />
        )}
        {!isOneself && <Depart member={member} onDone={done} />}
      </Group>
    </>
  );
}

function Depart({ member, onDone }: { member: Member; onDone: (work: Promise<unknown>) => Promise<void> }): ReactNode {
  const { t } = useTranslation();
  const [on, setOn] = useState<string | null>(today());
  const [reason, setReason] = useState<(typeof REASONS)[number]>('TRANSFERRED');
  const send = (): Promise<void> =>
    onDone(
      answer(
        api.POST('/api/v1/members/{id}/departure', {
          params: { path: { id: member.id } },
          body: { on: on ?? '', reason },
        }),
      ),
    );
  return (
    <FormWindow label={t('access.depart')} submitLabel={t('access.depart')} onSend={send}>
      {(error) => (
        <>
          <Text size="sm">{t('access.departHint')}</Text>
          <CivilField label={t('access.departOn')} required value={on} error={faultAt(error, '/on')} onChange={setOn} />
          <Select
            label={t('access.departReasonLabel')}
            required
            allowDeselect={false}
            data={REASONS.map((one) => ({ value: one, label: t(`access.departReason.${one}`) }))}
            value={reason}
            error={faultAt(error, '/reason')}
            onChange={(next) => {
              if (next !== null) setReason(next);
            }}
          />
        </>
      )}
    </FormWindow>
  );
}

function DataOf({ member }: { member: Member }): ReactNode {
  const { t } = useTranslation();
  const mayExport = useMay('persons.export');
  const get = useMutation({
    mutationFn: () => answer(api.GET('/api/v1/members/{id}/data', { params: { path: { id: member.id } } })),
    onSuccess: (data) => {
      saveAsFile(data, `${member.login}.json`);
    },
  });
  if (!mayExport) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('access.exportHint')}
      </Text>
      <ProblemNote of={get.error} />
      <Button
        variant="default"
        loading={get.isPending}
        onClick={() => {
          get.mutate();
        }}
      >
        {t('access.exportData')}
      </Button>
    </>
  );
}
