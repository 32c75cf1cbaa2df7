import { Group } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageButton, SchemeButton } from './language-and-light.js';

/** Before the door: the pages of a stranger, who too may choose a language and the light. */
export function Porch(): ReactNode {
  return (
    <>
      <Group component="header" justify="flex-end" px="md" h={52}>
        <LanguageButton />
        <SchemeButton />
      </Group>
      <Outlet />
    </>
  );
}
