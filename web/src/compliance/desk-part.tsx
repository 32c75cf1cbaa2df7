import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import './desk.css';

/** One thing that waits, and the one click that acts on it. */
export interface DeskRow {
  id: string;
  /** How it stands: badge and days. */
  state: ReactNode;
  title: string;
  lines: readonly ReactNode[];
  /** What is done on the spot, when it can be. */
  deed?: ReactNode;
  act: string;
  to: string;
  search?: Record<string, string>;
}

interface Props {
  id: string;
  heading: string;
  count: number;
  capped: boolean;
  rows: readonly DeskRow[];
  /** Where the whole list is. */
  all?: { to: string; search?: Record<string, string | string[]> };
}

/** Rows shown before "show more": what an eye takes in at once. */
const AT_FIRST = 5;

/** "12", or "over 1,000" where the register stopped counting. */
export function useDeskCount(): (count: number, capped: boolean) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (count, capped) => (capped ? t('compliance.desk.more', { n: formats.count(count) }) : formats.count(count));
}

export function DeskPart({ id, heading, count, capped, rows, all }: Props): ReactNode {
  const { t } = useTranslation();
  const told = useDeskCount();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, AT_FIRST);
  return (
    <section className="desk-part" id={id} aria-labelledby={`${id}-heading`}>
      <Group justify="space-between" mb={6} gap="xs">
        <Title order={2} size="h4" id={`${id}-heading`} tabIndex={-1}>
          {`${heading} (${told(count, capped)})`}
        </Title>
        {all && (
          <Anchor
            component={Link}
            to={all.to}
            search={(all.search ?? {}) as never}
            aria-label={`${t('compliance.desk.seeAll')}: ${heading}`}
          >
            {t('compliance.desk.seeAll')}
          </Anchor>
        )}
      </Group>
      <ul className="desk-list">
        {shown.map((row) => (
          <li key={row.id}>
            <Group gap={8}>{row.state}</Group>
            <div className="desk-what">
              <Text fw={600}>{row.title}</Text>
              {row.lines.map((line, index) => (
                <Text key={index} size="sm" c="dimmed">
                  {line}
                </Text>
              ))}
            </div>
            <div className="desk-act">
              {row.deed}
              <Button
                variant={row.deed === undefined ? 'default' : 'subtle'}
                component={Link}
                to={row.to}
                search={(row.search ?? {}) as never}
                aria-label={`${row.act}: ${row.title}`}
              >
                {row.act}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button variant="subtle" mt={4} onClick={() => setWhole(true)}>
          {t('compliance.desk.showMore', { count: rows.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
