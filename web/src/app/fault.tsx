import { Container } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemNote } from '../ui/problem-note.js';

/** A page that broke, or the register out of reach at the first look. */
export function Fault({ error, reset }: ErrorComponentProps): ReactNode {
  return (
    <Container component="main" size="sm" py="xl">
      <ProblemNote of={error} onRetry={reset} />
    </Container>
  );
}
