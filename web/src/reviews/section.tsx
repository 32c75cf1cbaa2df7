import { Card, Group, Stack, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** At the end of the heading's line. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A part of the page of a review under its own heading. */
export function Section({ title, actions, children, className }: Props): ReactNode {
  const id = useId();
  return (
    <Card withBorder component="section" aria-labelledby={id} {...(className === undefined ? {} : { className })}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {actions}
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
