import { Button, Group, Text } from '@mantine/core';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drop.css';

interface Props {
  /** Media types or endings, as in the `accept` of an input. */
  accept?: string;
  withCamera?: boolean;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** Where files come in: dragged, chosen, or taken with the phone's camera. */
export function FileDrop({ accept, withCamera = false, multiple = false, onFiles }: Props): ReactNode {
  const { t } = useTranslation();
  const chosen = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const input = (ref: typeof chosen, name: string, extra: object): ReactNode => (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={name}
      onChange={(event) => {
        take(event.currentTarget.files);
        event.currentTarget.value = '';
      }}
      {...extra}
    />
  );
  return (
    <div
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <Group gap="sm" justify="center">
        <Text size="sm" visibleFrom="sm">
          {t('ui.drop')}
        </Text>
        <Button
          variant="default"
          leftSection={<IconFileUpload size={18} aria-hidden />}
          onClick={() => chosen.current?.click()}
        >
          {t('ui.choose')}
        </Button>
        {withCamera && (
          <Button
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden />}
            onClick={() => camera.current?.click()}
          >
            {t('ui.camera')}
          </Button>
        )}
      </Group>
      {input(chosen, t('ui.choose'), { accept, multiple })}
      {withCamera && input(camera, t('ui.camera'), { accept: 'image/*', capture: 'environment' })}
    </div>
  );
}
