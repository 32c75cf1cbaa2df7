import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './access.css';

/** Copies on plain http too, where the clipboard of the browser is closed: by a selection. */
async function copied(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown === null) return false;
    const range = document.createRange();
    range.selectNodeContents(shown);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
    return document.execCommand('copy');
  }
}

interface Props {
  title: string;
  hint: string;
  /** The link, token or codes. */
  text: string;
  children?: ReactNode;
}

/** A secret that the register shows once, with a button to copy it. */
export function ShownOnce({ title, hint, text, children }: Props): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<'copied' | 'copyByHand' | null>(null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const copy = async (): Promise<void> => {
    setState((await copied(text, place)) ? 'copied' : 'copyByHand');
  };
  return (
    <Alert color="navy" variant="outline" title={title} role="status">
      <Stack gap="xs">
        <Text size="sm">{hint}</Text>
        <Text ref={setPlace} component="code" ff="monospace" className="shown-once">
          {text}
        </Text>
        <Group>
          <Button
            size="sm"
            leftSection={state === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={() => void copy()}
          >
            {t('access.copy')}
          </Button>
          <Text size="sm" role="status">
            {state !== null && t(`access.${state}`)}
          </Text>
          {children}
        </Group>
      </Stack>
    </Alert>
  );
}
