import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentOf } from './content.js';
import type { Draft } from './draft.js';
import type { Submission } from './report.queries.js';
import { SubmissionView } from './submission-view.js';

/** Two made the same draft: both are shown, one is chosen. */
export function Conflict({ draft, theirs }: { draft: Draft; theirs: Submission }): ReactNode {
  const { t } = useTranslation();
  const mine: Submission = { ...theirs, ...sentOf(draft.content), evidence: [] };
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="outline"
      title={t('reports.form.conflict')}
      icon={<IconGitCompare aria-hidden />}
    >
      <Stack>
        <Text>{t('reports.form.conflictHint')}</Text>
        <div className="report-sides">
          <section>
            <Title order={3} size="h5" mb="xs">
              {t('reports.form.mine')}
            </Title>
            <SubmissionView submission={mine} />
            <Button mt="sm" onClick={draft.keepMine}>
              {t('reports.form.keepMine')}
            </Button>
          </section>
          <section>
            <Title order={3} size="h5" mb="xs">
              {t('reports.form.theirs', { who: theirs.draftedBy })}
            </Title>
            <SubmissionView submission={theirs} />
            <Button mt="sm" variant="default" onClick={draft.takeTheirs}>
              {t('reports.form.takeTheirs')}
            </Button>
          </section>
        </div>
      </Stack>
    </Alert>
  );
}
