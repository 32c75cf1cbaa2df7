import { Button, Group, Modal, Stack, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.js';

interface Props extends ButtonProps {
  label: string;
  /** What will happen, in a sentence. */
  question: ReactNode;
  /** Throws a `Problem` when refused; the window then stays and says why. */
  onConfirm: () => Promise<unknown>;
  confirmLabel?: string;
}

/** A button for what cannot be taken back: asks first, shows the refusal in the same place. */
export function Confirmed({ label, question, onConfirm, confirmLabel, ...button }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" {...button} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} closeButtonProps={{ 'aria-label': t('ui.close') }}>
        <Stack>
          <div>{question}</div>
          <ProblemNote of={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('ui.cancel')}
            </Button>
            <Button loading={isBusy} onClick={() => void confirm()}>
              {confirmLabel ?? label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
