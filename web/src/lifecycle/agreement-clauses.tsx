import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { Empty } from '../ui/empty.js';
import { daysAfter, today } from '../ui/today.js';
import { above, plain, promisesWithin, treeOf, unbound } from './agreement-clause-order.js';
import { ClauseItem } from './agreement-clause.js';
import { Differences } from './agreement-differences.js';
import { Promise as PromiseCard } from './agreement-promise.js';
import {
  useClauses,
  useCommitments,
  usePlace,
  useReports,
  type Agreement,
  type Clause,
  type Commitment,
} from './agreement-record.js';

/** The text as of a day, each clause with what it obliges beside it. */
export default function Clauses({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const place = usePlace(agreement.id);
  const clauses = useClauses(agreement.id, place.on);
  const commitments = useCommitments(agreement.id, place.on);
  const mayRegister = useMay('agreements.register');
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-start" className="no-print">
        <CivilField
          label={t('lifecycle.agreement.clauses.asOf')}
          description={t('lifecycle.agreement.clauses.asOfHint')}
          value={place.on}
          onChange={(ngay) => place.go({ ngay: ngay ?? undefined }, true)}
        />
        <CivilField
          label={t('lifecycle.agreement.clauses.compare')}
          description={t('lifecycle.agreement.clauses.compareHint')}
          value={place.against}
          onChange={(soVoi) => place.go({ soVoi: soVoi ?? undefined }, true)}
        />
        {mayRegister && (
          <Anchor component={Link} to={`/van-ban/${agreement.id}/soan?buoc=cam-ket`} ml="auto" size="sm">
            {t('lifecycle.agreement.editPromises')}
          </Anchor>
        )}
      </Group>
      {place.against !== null && <Differences id={agreement.id} one={place.against} other={place.on ?? today()} />}
      <Answered of={clauses} rows={10}>
        {(items) => (
          <Answered of={commitments} rows={10}>
            {(promises) => <Whole key={place.on ?? ''} agreement={agreement} clauses={items} commitments={promises} />}
          </Answered>
        )}
      </Answered>
    </Stack>
  );
}

interface TextProps {
  agreement: Agreement;
  clauses: readonly Clause[];
  commitments: readonly Commitment[];
}

function Whole({ agreement, clauses, commitments }: TextProps): ReactNode {
  const { t } = useTranslation();
  const place = usePlace(agreement.id);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(plain(typed.trim()), 150);
  const reports = useReports(agreement.id, { from: daysAfter(today(), -730), to: daysAfter(today(), 550) });
  const tree = useMemo(() => treeOf(clauses, commitments), [clauses, commitments]);
  const found = useMemo(() => matching(clauses, q), [clauses, q]);
  // A link to a clause of an older or newer text leads to the version of it that stands here.
  const marked = clauses.find(({ id, lineageId }) => id === place.clause || lineageId === place.clause)?.id ?? null;
  const promised = commitments.find(({ id }) => id === place.commitment);
  const target = promised ? `promise-${promised.id}` : marked === null ? null : `clause-${marked}`;
  useEffect(() => {
    if (target === null) return;
    const element = document.getElementById(target);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }, [target]);
  if (clauses.length === 0 && commitments.length === 0) return <Empty title={t('lifecycle.agreement.clauses.none')} />;
  const parents = tree.length > 0 ? clauses.filter(({ id }) => clauses.some(({ parentId }) => parentId === id)) : [];
  const loose = unbound(clauses, commitments);
  const toggle = (id: string): void => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  return (
    <Stack gap="sm">
      <Group gap="xs" className="no-print" align="flex-end">
        <TextInput
          type="search"
          flex="1 1 220px"
          label={t('lifecycle.agreement.clauses.find')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button variant="default" onClick={() => setClosed(new Set())}>
          {t('lifecycle.agreement.clauses.expandAll')}
        </Button>
        <Button variant="default" onClick={() => setClosed(new Set(parents.map(({ id }) => id)))}>
          {t('lifecycle.agreement.clauses.collapseAll')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {found !== null && t('lifecycle.agreement.clauses.found', { count: found.hits })}
      </Text>
      <ul className="clauses" aria-label={t('lifecycle.agreement.tabs.clauses')}>
        {tree.map((node) => (
          <ClauseItem
            key={node.clause.id}
            node={node}
            level={3}
            shown={found?.shown ?? null}
            closed={closed}
            toggle={toggle}
            marked={marked}
            markedPromise={place.commitment}
            reports={reports.data ?? []}
          />
        ))}
      </ul>
      {loose.length > 0 && (
        <section aria-label={t('lifecycle.agreement.clauses.unbound')}>
          <Text component="h2" fw={600}>
            {t('lifecycle.agreement.clauses.unbound')}
          </Text>
          {loose.map((commitment) => (
            <PromiseCard
              key={commitment.id}
              commitment={commitment}
              reports={reports.data ?? []}
              isMarked={commitment.id === place.commitment}
            />
          ))}
        </section>
      )}
      <Text size="sm" c="dimmed">
        {t('lifecycle.agreement.clauses.allPromises', {
          count: tree.reduce((sum, node) => sum + promisesWithin(node), loose.length),
        })}
      </Text>
    </Stack>
  );
}

/** The clauses in which the words stand, with all above them; null when nothing is looked for. */
function matching(clauses: readonly Clause[], q: string): { shown: ReadonlySet<string>; hits: number } | null {
  if (q === '') return null;
  const hits = clauses.filter(({ label, heading, text }) => plain([label, heading, text].join(' ')).includes(q));
  return { shown: new Set(hits.flatMap(({ id }) => [id, ...above(clauses, id)])), hits: hits.length };
}
