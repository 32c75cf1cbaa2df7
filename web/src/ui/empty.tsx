import { Center, Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Nothing here, why, and what to do next (children: a button or a link). */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw={420}>
        <IconInbox size={40} stroke={1.2} aria-hidden />
        <Text ta="center">{title}</Text>
        {children}
      </Stack>
    </Center>
  );
}
