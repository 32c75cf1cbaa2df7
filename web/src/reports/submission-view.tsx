import { Anchor, Stack, Table, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { TEXTS } from './content.js';
import type { Submission } from './report.queries.js';
import './report.css';

/** The number of a figure in the reader's language: 21.914,5. */
function useNumber(): (value: number | null) => string {
  const { count } = useFormats();
  return (value) => (value === null ? '–' : count(value));
}

/** A filed report to read: texts, figures, evidence. */
export function SubmissionView({ submission }: { submission: Submission }): ReactNode {
  const { t } = useTranslation();
  const texts = TEXTS.filter((name) => submission[name] !== null);
  return (
    <Stack gap="sm">
      {submission.nothingToReport && <Text fw={600}>{t('reports.said.nothing')}</Text>}
      {texts.map((name) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {t(`reports.form.${name}`)}
          </Text>
          <p className="report-text">{submission[name]}</p>
        </div>
      ))}
      {texts.length === 0 && !submission.nothingToReport && submission.figures.length === 0 && (
        <Text c="dimmed">{t('reports.said.empty')}</Text>
      )}
      {submission.figures.length > 0 && <Figures figures={submission.figures} />}
      {submission.evidence.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {t('reports.evidence.title')}
          </Text>
          <ul className="report-files">
            {submission.evidence.map((file) => (
              <li key={file.id}>
                <EvidenceLine file={file} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

function Figures({ figures }: { figures: readonly Schemas['FigureAnswer'][] }): ReactNode {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const number = useNumber();
  return (
    <div className="report-table" tabIndex={0} role="region" aria-label={t('reports.said.figures')}>
      <Table verticalSpacing={4} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.form.label')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('reports.form.target')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('reports.form.actual')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ label, unit, target, actual }) => (
            <Table.Tr key={label}>
              <Table.Td>
                {label}
                {unit !== null && ` (${unit})`}
              </Table.Td>
              <Table.Td ta="right">{number(target)}</Table.Td>
              <Table.Td ta="right">
                {number(actual)}
                {target !== null && target > 0 && actual !== null && (
                  <Text size="xs" c="dimmed">
                    {percent(actual / target)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A file by name, with its own date, its size and what was noted. */
export function EvidenceLine({ file }: { file: Schemas['EvidenceAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil, size } = useFormats();
  const about = [
    file.datedOn === null ? null : t('reports.evidence.dated', { date: civil(file.datedOn) }),
    size(file.size),
    file.note,
  ].filter((part) => part !== null);
  return (
    <>
      <Anchor href={`/api/v1/evidence/${file.id}/content`} download={file.name}>
        <IconPaperclip size={16} aria-hidden /> {file.name}
      </Anchor>{' '}
      <Text span size="sm" c="dimmed">
        {about.join(' · ')}
      </Text>
    </>
  );
}
