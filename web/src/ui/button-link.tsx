import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends ButtonProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {
  ref?: Ref<HTMLAnchorElement>;
}

function Anchored(props: Props): ReactNode {
  return <Button component="a" {...props} />;
}

/** A link that looks like a button, with the parameters and the words of its address checked. */
export const ButtonLink = createLink(Anchored);
