import { Button, Group, Modal, Stack, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.js';

interface Props extends Omit<ButtonProps, 'children'> {
  /** Of the button, and the title of the window. */
  label: string;
  submitLabel?: string;
  /** Throws a `Problem` when refused; the window then stays and says why. */
  onSend: () => Promise<unknown>;
  onOpen?: () => void;
  size?: string;
  /** The fields; they get the failure to blame themselves with. */
  children: (error: unknown) => ReactNode;
}

/** A button that opens a small form in a window; closes it when the register has taken what was sent. */
export function FormWindow({ label, submitLabel, onSend, onOpen, size, children, ...button }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const send = useMutation({ mutationFn: onSend, onSuccess: close });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // A window lies in the page of another form at times.
    event.stopPropagation();
    send.mutate();
  };
  const begin = (): void => {
    send.reset();
    onOpen?.();
    open();
  };
  return (
    <>
      <Button variant="default" {...button} onClick={begin}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={label}
        size={size ?? 'md'}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            {children(send.error)}
            <ProblemNote of={send.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('ui.cancel')}
              </Button>
              <Button type="submit" loading={send.isPending}>
                {submitLabel ?? t('ui.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
