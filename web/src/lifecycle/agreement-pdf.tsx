import { ActionIcon, Group, Loader, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

GlobalWorkerOptions.workerSrc = workerAddress;

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** A PDF, page by page; arrows turn, + and − zoom, the words of the page are read out. */
export default function Pdf({ id, name }: { id: string; name: string }): ReactNode {
  const { t } = useTranslation();
  const file = useQuery({
    queryKey: ['documents', id, 'pdf'],
    queryFn: () => getDocument({ url: `/api/v1/documents/${id}/content`, isEvalSupported: false }).promise,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (file.isError) return <Text role="alert">{t('lifecycle.agreement.documents.viewFault')}</Text>;
  if (file.data === undefined) return <Loader aria-label={t('ui.loading')} />;
  return <Pages file={file.data} name={name} />;
}

function Pages({ file, name }: { file: PDFDocumentProxy; name: string }): ReactNode {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(2);
  const turn = (by: number): void => setPage((was) => Math.min(file.numPages, Math.max(1, was + by)));
  const scale = (by: number): void => setZoom((was) => Math.min(ZOOMS.length - 1, Math.max(0, was + by)));
  const keys: Record<string, () => void> = {
    ArrowRight: () => turn(1),
    PageDown: () => turn(1),
    ArrowLeft: () => turn(-1),
    PageUp: () => turn(-1),
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <section aria-label={t('lifecycle.agreement.documents.viewer', { name })} className="no-print">
      <Group gap="xs" mb="xs">
        <Tool name="previousPage" onClick={() => turn(-1)} isOff={page === 1} icon={IconChevronLeft} />
        <Text role="status" size="sm">
          {t('lifecycle.agreement.documents.page', { page, pages: file.numPages })}
        </Text>
        <Tool name="nextPage" onClick={() => turn(1)} isOff={page === file.numPages} icon={IconChevronRight} />
        <Tool name="zoomOut" onClick={() => scale(-1)} isOff={zoom === 0} icon={IconZoomOut} />
        <Tool name="zoomIn" onClick={() => scale(1)} isOff={zoom === ZOOMS.length - 1} icon={IconZoomIn} />
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {t('lifecycle.agreement.documents.keys')}
        </Text>
      </Group>
      <div
        className="pdf-frame"
        tabIndex={0}
        role="region"
        aria-label={t('lifecycle.agreement.documents.page', { page, pages: file.numPages })}
        onKeyDown={onKeyDown}
      >
        <Sheet file={file} page={page} zoom={ZOOMS[zoom] ?? 1} />
      </div>
    </section>
  );
}

interface ToolProps {
  name: 'previousPage' | 'nextPage' | 'zoomIn' | 'zoomOut';
  onClick: () => void;
  isOff: boolean;
  icon: typeof IconZoomIn;
}

function Tool({ name, onClick, isOff, icon: Icon }: ToolProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={t(`lifecycle.agreement.documents.${name}`)}
      disabled={isOff}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** One page as a picture as wide as the frame (times zoom); its words stand beside it for screen readers. */
function Sheet({ file, page, zoom }: { file: PDFDocumentProxy; page: number; zoom: number }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const state = { isOver: false, cancel: () => undefined as unknown };
    const isOver = (): boolean => state.isOver;
    const draw = async (): Promise<void> => {
      const sheet = await file.getPage(page);
      const element = canvas.current;
      if (isOver() || element === null) return;
      const room = (element.closest('.pdf-frame')?.clientWidth ?? 800) - 16;
      const natural = sheet.getViewport({ scale: 1 }).width;
      const viewport = sheet.getViewport({ scale: (Math.min(room, 1100) / natural) * zoom });
      const sharpness = Math.min(2, window.devicePixelRatio);
      element.width = Math.floor(viewport.width * sharpness);
      element.height = Math.floor(viewport.height * sharpness);
      element.style.width = `${Math.floor(viewport.width)}px`;
      const task = sheet.render({ canvas: element, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
      state.cancel = () => task.cancel();
      await task.promise;
      const { items } = await sheet.getTextContent();
      if (!isOver()) setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    // A page turned before it was drawn is given up on purpose.
    draw().catch(() => undefined);
    return () => {
      state.isOver = true;
      state.cancel();
    };
  }, [file, page, zoom]);
  return (
    <div className="pdf-page" style={{ width: 'max-content' }}>
      <canvas ref={canvas} aria-hidden />
      <p className="visually-hidden">{words}</p>
    </div>
  );
}
