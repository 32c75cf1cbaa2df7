import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { FormWindow } from '../ui/form-window.js';
import { Page } from '../ui/page.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';
import { Handover } from './handover.js';
import { Section } from './section.js';
import { holderOn } from './seat-list.js';
import { TakeSeat } from './seat-windows.js';

const route = getRouteApi('/inside/thanh-vien/vi-tri/$id');

/** One seat: what it may do and where, who held it, and the sheet for handing it over. */
export default function SeatPage(): ReactNode {
  const { id } = route.useParams();
  const seat = useQuery({
    queryKey: ['seats', id],
    queryFn: () => answer(api.GET('/api/v1/seats/{id}', { params: { path: { id } } })),
  });
  return <Answered of={seat}>{(data) => <Seat seat={data} />}</Answered>;
}

function Seat({ seat }: { seat: Schemas['SeatAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const mayKeep = useMay('seats.keep');
  const mayOpenMembers = useMay('members.keep');
  const holder = holderOn(seat, today());
  return (
    <Page
      title={say(seat.nameVi, seat.nameEn ?? seat.nameVi)}
      trail={[
        { label: t('app.members'), to: '/thanh-vien' },
        { label: t('access.tabSeats'), to: '/thanh-vien?the=vi-tri' },
      ]}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => {
              window.print();
            }}
          >
            {t('ui.print')}
          </Button>
          {mayKeep && <TakeSeat seat={seat} />}
        </>
      }
    >
      <Facts
        rows={[
          [
            t('access.covers'),
            seat.bodyId === null ? (
              t('access.wholeRegister')
            ) : (
              <Anchor component={Link} to="/co-quan/$id" params={{ id: seat.bodyId } as never}>
                {seat.bodyName}
              </Anchor>
            ),
          ],
          [t('access.roleLabel'), t(`access.role.${seat.role}`)],
          [t('access.roleDoes'), t(`access.roleMay.${seat.role}`)],
          [t('access.holder'), holder?.memberName ?? t('access.vacant')],
          [
            t('access.validity'),
            seat.validFrom === null && seat.validTo === null
              ? t('access.always')
              : `${civil(seat.validFrom)} – ${civil(seat.validTo)}`,
          ],
        ]}
      />
      <Section title={t('access.holdings')}>
        {seat.holdings.length === 0 ? (
          <Text c="dimmed">{t('access.holdingsNone')}</Text>
        ) : (
          <List>
            {seat.holdings.map((holding) => (
              <List.Item key={holding.id}>
                <Group gap="sm">
                  {mayOpenMembers ? (
                    <Anchor component={Link} to="/thanh-vien/$id" params={{ id: holding.memberId } as never}>
                      {holding.memberName}
                    </Anchor>
                  ) : (
                    holding.memberName
                  )}
                  <Text span>
                    {t('access.holdingLine', {
                      from: civil(holding.from),
                      to: holding.to === null ? t('access.now') : civil(holding.to),
                    })}
                  </Text>
                  {mayKeep && holding.to === null && <EndHolding seatId={seat.id} holding={holding} />}
                </Group>
              </List.Item>
            ))}
          </List>
        )}
      </Section>
      <Section title={t('access.handover')}>
        <Handover seatId={seat.id} />
      </Section>
    </Page>
  );
}

function EndHolding({ seatId, holding }: { seatId: string; holding: Schemas['HoldingAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [on, setOn] = useState<string | null>(today());
  const send = async (): Promise<void> => {
    await answer(
      api.POST('/api/v1/seats/{id}/holdings/{holdingId}/end', {
        params: { path: { id: seatId, holdingId: holding.id } },
        body: { on: on ?? '' },
      }),
    );
    await client.invalidateQueries();
    tell(t('access.ended'));
  };
  return (
    <FormWindow label={t('access.endOf', { name: holding.memberName })} size="sm" className="no-print" onSend={send}>
      {(error) => (
        <CivilField label={t('access.endOn')} required value={on} error={faultAt(error, '/on')} onChange={setOn} />
      )}
    </FormWindow>
  );
}
