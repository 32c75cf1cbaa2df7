import { ActionIcon, Anchor, Badge, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconHistory, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { promisesWithin, type ClauseNode } from './agreement-clause-order.js';
import { Promise as PromiseCard } from './agreement-promise.js';
import type { Clause, DueReport } from './agreement-record.js';

interface Props {
  node: ClauseNode;
  /** Of the heading: 3 below the tab's own, at most 6. */
  level: number;
  /** When something is looked for: the clauses to show. */
  shown: ReadonlySet<string> | null;
  closed: ReadonlySet<string>;
  toggle: (id: string) => void;
  marked: string | null;
  markedPromise: string | null;
  reports: readonly DueReport[];
}

/** A clause is called as printed, or by its level. */
export function useClauseName(): (clause: Pick<Clause, 'kind' | 'label' | 'heading'>) => string {
  const { t } = useTranslation();
  return ({ kind, label, heading }) =>
    [label ?? t(`lifecycle.agreement.clauseKind.${kind}`), heading].filter(Boolean).join(' ');
}

export function ClauseItem(props: Props): ReactNode {
  const { node, level, shown, closed, toggle, marked, markedPromise, reports } = props;
  const { clause, children, commitments } = node;
  const { t } = useTranslation();
  const { civil } = useFormats();
  const name = useClauseName()(clause);
  if (shown !== null && !shown.has(clause.id)) return null;
  const isOpen = shown !== null || !closed.has(clause.id) || marked === clause.id;
  const within = promisesWithin(node) - commitments.length;
  return (
    <li>
      <div id={`clause-${clause.id}`} className="clause" data-marked={marked === clause.id || undefined} tabIndex={-1}>
        {children.length > 0 ? (
          <ActionIcon
            variant="subtle"
            size={26}
            className="no-print"
            aria-expanded={isOpen}
            aria-label={t('lifecycle.agreement.clauses.toggle', { name })}
            onClick={() => toggle(clause.id)}
          >
            {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
          </ActionIcon>
        ) : (
          <span />
        )}
        <div className="clause-body" data-beside={commitments.length > 0 || undefined}>
          <div>
            <Group gap={4} wrap="nowrap" align="flex-start">
              <ClauseText clause={clause} level={level} />
              <Tools clause={clause} name={name} />
            </Group>
            {clause.startedBy !== null && (
              <Text size="sm" c="dimmed">
                {t('lifecycle.agreement.clauses.changedSince', { day: civil(clause.effectiveFrom) })}
              </Text>
            )}
            {!isOpen && within > 0 && (
              <Badge variant="light" tt="none">
                {t('lifecycle.agreement.clauses.allPromises', { count: within })}
              </Badge>
            )}
          </div>
          {commitments.length > 0 && (
            <div>
              {commitments.map((commitment) => (
                <PromiseCard
                  key={commitment.id}
                  commitment={commitment}
                  reports={reports}
                  isMarked={commitment.id === markedPromise}
                />
              ))}
            </div>
          )}
        </div>
      </div>
      {isOpen && children.length > 0 && (
        <ul>
          {children.map((child) => (
            <ClauseItem key={child.clause.id} {...props} node={child} level={Math.min(6, level + 1)} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A heading where there is one, else label and text in one line, as in the paper. */
function ClauseText({ clause: { label, heading, text }, level }: { clause: Clause; level: number }): ReactNode {
  if (heading === null)
    return (
      <p className="verbatim">
        {label !== null && <b>{label} </b>}
        {text}
      </p>
    );
  const title = createElement(
    `h${Math.min(6, level - 1)}`,
    { className: 'clause-name' },
    [label, heading].filter(Boolean).join(' '),
  );
  return (
    <div>
      {title}
      {text !== '' && <p className="verbatim">{text}</p>}
    </div>
  );
}

function Tools({ clause, name }: { clause: Clause; name: string }): ReactNode {
  const { t } = useTranslation();
  const [areVersionsOpen, versions] = useDisclosure(false);
  return (
    <Group gap={2} wrap="nowrap" className="no-print" ml="auto">
      <Anchor
        component={Link}
        to={`/van-ban/${clause.agreementId}?muc=dieu-khoan&dieu=${clause.id}`}
        p={3}
        aria-label={t('lifecycle.agreement.clauses.link', { name })}
        title={t('lifecycle.agreement.clauses.link', { name })}
      >
        <IconLink size={18} aria-hidden />
      </Anchor>
      {(clause.startedBy !== null || clause.endedBy !== null) && (
        <UnstyledButton
          p={3}
          aria-label={t('lifecycle.agreement.clauses.versions', { name })}
          title={t('lifecycle.agreement.clauses.versionsShort')}
          onClick={versions.open}
        >
          <IconHistory size={18} aria-hidden />
        </UnstyledButton>
      )}
      <Modal
        opened={areVersionsOpen}
        onClose={versions.close}
        size="lg"
        title={t('lifecycle.agreement.clauses.versions', { name })}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Versions id={clause.id} />
      </Modal>
    </Group>
  );
}

function Versions({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const versions = useQuery({
    queryKey: ['agreements', 'clause-versions', id],
    queryFn: () => answer(api.GET('/api/v1/clauses/{id}/versions', { params: { path: { id } } })),
  });
  return (
    <Answered of={versions}>
      {({ items }) => (
        <Stack>
          {items.map((version) => {
            const from =
              version.effectiveFrom === null
                ? t('lifecycle.agreement.clauses.fromStart')
                : civil(version.effectiveFrom);
            return (
              <section key={version.id}>
                <Text fw={600}>
                  {version.effectiveTo === null
                    ? t('lifecycle.agreement.clauses.effective', { from })
                    : t('lifecycle.agreement.clauses.effectiveTo', { from, to: civil(version.effectiveTo) })}
                </Text>
                <p className="verbatim">{[version.label, version.heading, version.text].filter(Boolean).join(' ')}</p>
              </section>
            );
          })}
        </Stack>
      )}
    </Answered>
  );
}
