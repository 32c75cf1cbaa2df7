import { Button, Group, Modal, Stack, Text, Textarea, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../ui/kept.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { useReportChanged } from './report.queries.js';

interface Props {
  /** Under which the text is kept until it is sent. */
  name: string;
  open: string;
  title: string;
  hint?: string;
  /** Of the text. */
  label: string;
  required?: boolean;
  maxLength?: number;
  confirm: string;
  /** Said when it is done. */
  done: string;
  send: (text: string) => Promise<unknown>;
  button?: ButtonProps;
  /** Further fields. */
  children?: ReactNode;
}

/** A button that opens a window with a text to write and one deed: accept, return, refuse, waive. */
export function ReasonWindow({
  name,
  label,
  required = false,
  maxLength = 2000,
  send,
  done,
  ...props
}: Props): ReactNode {
  const { t } = useTranslation();
  const changed = useReportChanged();
  const [isOpen, { open, close }] = useDisclosure(false);
  const text = useKept(name, '');
  const deed = useMutation({
    mutationFn: () => send(text.value.trim()),
    onSuccess: async () => {
      text.forget('');
      close();
      tell(done);
      await changed();
      document.getElementById('content')?.focus();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    deed.mutate();
  };
  return (
    <>
      <Button variant="default" {...props.button} onClick={open}>
        {props.open}
      </Button>
      <Modal opened={isOpen} onClose={close} title={props.title} closeButtonProps={{ 'aria-label': t('ui.close') }}>
        <form onSubmit={submit}>
          <Stack>
            {props.hint !== undefined && <Text>{props.hint}</Text>}
            {props.children}
            <Textarea
              label={required ? label : `${label} (${t('ui.optional')})`}
              required={required}
              autosize
              minRows={3}
              maxRows={16}
              maxLength={maxLength}
              value={text.value}
              onChange={(event) => text.set(event.currentTarget.value)}
              data-autofocus
            />
            <ProblemNote of={deed.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('ui.cancel')}
              </Button>
              <Button type="submit" loading={deed.isPending}>
                {props.confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
