import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link in a text to a page of the register, with its parameters and its words in the address checked. */
export const TextLink = createLink(Anchor<'a'>);
