import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { today } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import { BodyLineage } from './body-lineage.js';
import { BodyName } from './body-name.js';
import { BodyTree } from './body-tree.js';
import { AddBody, ChangeBody } from './body-windows.js';

const route = getRouteApi('/inside/co-quan/$id');
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One body: what it is, whom it came from, who sits in it. */
export default function BodyPage(): ReactNode {
  const { id } = route.useParams();
  const search = route.useSearch();
  const on = typeof search['ngay'] === 'string' && DAY.test(search['ngay']) ? search['ngay'] : today();
  const body = useQuery({
    queryKey: ['bodies', id, 'on', on],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: { on } } })),
  });
  return <Answered of={body}>{(data) => <Body key={data.id} body={data} on={on} />}</Answered>;
}

function Body({ body, on }: { body: Schemas['BodyAnswer']; on: string }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const go = useNavigate();
  const { id } = body;
  const path = useQuery({
    queryKey: ['bodies', id, 'path'],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}/path', { params: { path: { id } } })),
  });
  const above = (path.data?.items ?? []).filter((item) => item.id !== id);
  const parent = above.at(-1);
  const [mayChange, mayReorganise] = [useMay('bodies.register'), useMay('bodies.reorganise')];
  const isToday = on === today();
  const ended = body.validTo !== null && body.validTo < on;
  const early = body.validFrom !== null && body.validFrom > on;
  const name = say(body.nameVi, body.nameEn ?? body.nameVi);
  return (
    <Page
      title={name}
      trail={[
        { label: t('app.bodies'), to: '/co-quan' },
        ...above.map((item) => ({ label: say(item.nameVi, item.nameEn ?? item.nameVi), to: `/co-quan/${item.id}` })),
      ]}
      badges={(ended || early) && <ToneBadge tone="muted">{ended ? t('bodies.ended') : t('bodies.notYet')}</ToneBadge>}
      actions={
        <>
          {mayChange && isToday && <ChangeBody body={body} />}
          {mayReorganise && !ended && (
            <Button component={Link} to="/co-quan/$id/bien-dong" params={{ id } as never} variant="default">
              {t('bodies.record')}
            </Button>
          )}
        </>
      }
    >
      <CivilField
        label={t('bodies.asOf')}
        value={on}
        w={180}
        onChange={(day) => {
          const ngay = day === null || day === today() ? undefined : day;
          void go({ to: '/co-quan/$id', params: { id }, search: { ngay }, replace: true });
        }}
      />
      {!isToday && <Text c="dimmed">{t('bodies.asOfNote', { on: civil(on) })}</Text>}
      <Facts
        rows={[
          [t('bodies.code'), body.code],
          [t('bodies.nameVi'), body.nameVi],
          [t('bodies.nameEn'), body.nameEn],
          [t('bodies.abbreviation'), body.abbreviation],
          [t('bodies.systemLabel'), t(`bodies.system.${body.system}`)],
          [t('bodies.levelLabel'), t(`bodies.level.${body.level}`)],
          [
            t('bodies.parent'),
            body.parentId === null ? (
              t('bodies.parentNone')
            ) : (
              <Anchor component={Link} to="/co-quan/$id" params={{ id: body.parentId } as never}>
                {parent?.id === body.parentId ? (
                  say(parent.nameVi, parent.nameEn ?? parent.nameVi)
                ) : (
                  <BodyName id={body.parentId} />
                )}
              </Anchor>
            ),
          ],
          [
            t('bodies.validity'),
            `${body.validFrom === null ? t('bodies.open') : civil(body.validFrom)} – ${body.validTo === null ? t('bodies.now') : civil(body.validTo)}`,
          ],
        ]}
      />
      <Section title={t('bodies.lineage')}>
        <BodyLineage body={body} />
      </Section>
      <Section
        title={t('bodies.below')}
        action={
          mayChange && (
            <AddBody parentId={id} onAdded={(added) => void go({ to: '/co-quan/$id', params: { id: added.id } })} />
          )
        }
      >
        <BodyTree under={id} on={on} empty={<Text c="dimmed">{t('bodies.belowNone')}</Text>} />
      </Section>
      <Seats id={id} on={on} />
    </Page>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
      {action && <div>{action}</div>}
    </Stack>
  );
}

/** Seats in the body on a day, with who holds them, for those who may know. */
function Seats({ id, on }: { id: string; on: string }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const maySee = useMay('seats.read');
  const seats = useQuery({
    queryKey: ['seats', 'of-body', id, on],
    queryFn: () => answer(api.GET('/api/v1/seats', { params: { query: { bodyId: id, on, limit: 200 } } })),
    enabled: maySee,
  });
  if (!maySee) return null;
  const holderOf = (holdings: Schemas['HoldingAnswer'][]): string =>
    holdings.find(({ from, to }) => from <= on && (to === null || on <= to))?.memberName ?? t('bodies.seatVacant');
  return (
    <Section title={t('bodies.seats')}>
      <Answered of={seats} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('bodies.seatsNone')}</Text>
          ) : (
            <List>
              {items.map((seat) => (
                <List.Item key={seat.id}>
                  <Anchor component={Link} to="/thanh-vien/vi-tri/$id" params={{ id: seat.id } as never}>
                    {say(seat.nameVi, seat.nameEn ?? seat.nameVi)}
                  </Anchor>
                  {' · '}
                  {t(`access.role.${seat.role}`)}
                  {' · '}
                  {holderOf(seat.holdings)}
                </List.Item>
              ))}
            </List>
          )
        }
      </Answered>
    </Section>
  );
}
