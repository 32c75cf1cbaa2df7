import { Alert, Anchor, Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { Parties, Signatories } from './agreement-parties.js';
import type { Agreement } from './agreement-record.js';
import { Steps } from './agreement-steps.js';

/** A part of the overview under its own heading; nothing where there is nothing. */
export function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="agreement-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Who, when, on what ground: the header of the agreement as it stands. */
export function Overview({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const { legalBases, witnesses, links } = agreement;
  return (
    <Stack gap="md">
      <Awaiting id={agreement.id} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Part title={t('lifecycle.agreement.facts.header')}>
          <General agreement={agreement} />
        </Part>
        <Part title={t('lifecycle.agreement.facts.parties')}>
          <Parties parties={agreement.parties} />
        </Part>
        <Part title={t('lifecycle.agreement.facts.signatories')}>
          <Signatories parties={agreement.parties} />
        </Part>
        {legalBases.length > 0 && (
          <Part title={t('lifecycle.agreement.facts.legalBases')}>
            <ul>
              {legalBases.map(({ text, number, datedOn }) => (
                <li key={text}>
                  {text}
                  {number !== null && !text.includes(number) && ` (${number})`}
                  {datedOn !== null && `, ${civil(datedOn)}`}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {witnesses.length > 0 && (
          <Part title={t('lifecycle.agreement.facts.witnesses')}>
            <ul>
              {witnesses.map(({ name, position }) => (
                <li key={name}>
                  {name}
                  {position !== null && `, ${position}`}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {links.length > 0 && (
          <Part title={t('lifecycle.agreement.facts.links')}>
            <ul>
              {links.map(({ kind, toAgreementId, toText }) => (
                <li key={`${kind} ${toAgreementId ?? toText ?? ''}`}>
                  {t(`agreements.linkKind.${kind}`)}{' '}
                  {toAgreementId === null ? (
                    toText
                  ) : (
                    <Anchor component={Link} to={`/van-ban/${toAgreementId}`}>
                      {toText}
                    </Anchor>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Steps agreement={agreement} />
      </SimpleGrid>
    </Stack>
  );
}

function General({ agreement: a }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const day = (date: string | null): string => (date === null ? t('lifecycle.agreement.facts.unknown') : civil(date));
  const signed =
    a.signedAtPlace === null
      ? day(a.signedOn)
      : t('lifecycle.agreement.facts.signedAt', { day: day(a.signedOn), place: a.signedAtPlace });
  const term = [
    t(`agreements.termKind.${a.termKind}`),
    a.termTo === null ? '' : t('lifecycle.agreement.facts.termTo', { day: civil(a.termTo) }),
  ];
  const names = new Map(a.parties.map(({ bodyId, nameAsSigned }) => [bodyId, nameAsSigned]));
  return (
    <Facts
      rows={[
        [
          t('lifecycle.agreement.facts.numbers'),
          a.numbers.length === 0 ? (
            t('agreements.register.noNumber')
          ) : (
            <>
              {a.numbers.map(({ printed, issuerId }) => (
                <div key={printed}>
                  {printed}
                  {issuerId !== null && ` (${names.get(issuerId) ?? ''})`}
                </div>
              ))}
            </>
          ),
        ],
        [t('lifecycle.agreement.facts.kind'), t(`agreements.kind.${a.kind}`)],
        [t('lifecycle.agreement.facts.signed'), signed],
        [t('lifecycle.agreement.facts.ceremony'), a.ceremonyNote],
        [t('lifecycle.agreement.facts.inForceFrom'), day(a.inForceFrom)],
        [t('lifecycle.agreement.facts.term'), term.filter(Boolean).join(', ')],
        [t('lifecycle.agreement.facts.renewal'), <Renewal key="renewal" agreement={a} />],
        [
          t('lifecycle.agreement.facts.notice'),
          a.renewalNotice === null
            ? null
            : `${names.get(a.renewalNotice.bodyId) ?? ''}, ${civil(a.renewalNotice.givenOn)}, ${a.renewalNotice.document}`,
        ],
        [t('lifecycle.agreement.facts.openness'), t(`agreements.openness.${a.openness}`)],
        [t('lifecycle.agreement.facts.scheme'), a.schemeId === null ? null : <Scheme key="scheme" id={a.schemeId} />],
        [t('lifecycle.agreement.facts.activatedOn'), a.activatedOn === null ? null : civil(a.activatedOn)],
        [
          t('lifecycle.agreement.facts.followedSince'),
          a.followedSince === null
            ? null
            : `${civil(a.followedSince)} (${t('lifecycle.agreement.facts.followedHint')})`,
        ],
        [t('lifecycle.agreement.facts.endedOn'), a.endedOn === null ? null : civil(a.endedOn)],
      ]}
    />
  );
}

function Renewal({ agreement: a }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const notice =
    a.noticeDayKind === 'WORKING'
      ? 'lifecycle.agreement.facts.noticeWorkingDays'
      : 'lifecycle.agreement.facts.noticeDays';
  return [
    t(`agreements.renewal.${a.renewal}`),
    a.renewalMonths === null ? '' : t('lifecycle.agreement.facts.renewalMonths', { count: a.renewalMonths }),
    a.noticeDays === null ? '' : t(notice, { count: a.noticeDays }),
    a.lastNoticeDay === null ? '' : t('lifecycle.agreement.facts.lastNoticeDay', { day: civil(a.lastNoticeDay) }),
  ]
    .filter(Boolean)
    .join('; ');
}

function Scheme({ id }: { id: string }): ReactNode {
  const { say } = useFormats();
  const { data } = useQuery({
    queryKey: ['schemes', id],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes/{id}', { params: { path: { id } } })),
  });
  return data === undefined ? '…' : `${say(data.nameVi, data.nameEn)} (${data.code})`;
}

/** A party is gone and nobody has decided who follows it. */
function Awaiting({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const mayRead = useMay('successions.read');
  const mayDecide = useMay('successions.decide');
  const { data } = useQuery({
    queryKey: ['successions', 'waiting', id],
    queryFn: () => answer(api.GET('/api/v1/successions', { params: { query: { agreementId: id } } })),
    enabled: mayRead,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" title={data.items.map(({ nameAsSigned }) => nameAsSigned).join('; ')}>
      {t('lifecycle.agreement.succession.awaiting')}
      {mayDecide && (
        <Button component={Link} to="/ke-thua" size="xs" variant="default" ml="sm">
          {t('lifecycle.agreement.succession.decide')}
        </Button>
      )}
    </Alert>
  );
}
