import { useEffect, type KeyboardEvent, type RefObject } from 'react';

const LINK = '[data-row-link]';

function linkAt(frame: HTMLElement, index: number): HTMLElement | null {
  return frame.querySelector<HTMLElement>(`tr[data-index="${index}"] ${LINK}`);
}

interface RowKeys {
  onRowsKey: (event: KeyboardEvent) => void;
  onSearchKey: (event: KeyboardEvent) => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;

/** "/" goes to the search, the arrows from row to row, Enter opens (the focus is on the row's link). */
export function useRowKeys(search: RefObject<HTMLInputElement | null>, rows: RefObject<HTMLElement | null>): RowKeys {
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, [search]);
  const go = (event: KeyboardEvent, index: number): void => {
    const link = rows.current && linkAt(rows.current, index);
    if (!link) return;
    event.preventDefault();
    link.focus({ preventScroll: true });
    link.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  return {
    onRowsKey: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      const at = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset['index'];
      if (at === undefined) {
        go(event, 0);
        return;
      }
      if (step < 0 && at === '0') search.current?.focus();
      else go(event, Number(at) + step);
    },
    onSearchKey: (event) => {
      if (event.key === 'ArrowDown') go(event, 0);
    },
  };
}
