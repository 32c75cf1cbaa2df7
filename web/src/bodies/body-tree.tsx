import { Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import './body-tree.css';

const PAGE = 200;
/** So few at the top are opened at once. */
const FEW = 3;

/** What was opened and closed by hand, until the page is loaded anew: the way back from a body finds the tree as it was. */
const remembered = new Map<string, boolean>();

interface Tree {
  on: string;
  open: ReadonlyMap<string, boolean>;
  setOpen: (id: string, isOpen: boolean) => void;
  /** The one item that the Tab key reaches. */
  current: string | null;
  setCurrent: (id: string) => void;
}

function useLevel(under: string | null, on: string) {
  return useInfiniteQuery({
    queryKey: ['bodies', 'tree', under, on],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/body-tree', {
          params: {
            query: {
              on,
              limit: PAGE,
              ...(under === null ? {} : { under }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Where the keys lead, by the tree pattern of WAI-ARIA; null: the key means nothing here. */
function neighbour(key: string, items: HTMLElement[], at: HTMLElement): HTMLElement | null | undefined {
  const place = items.indexOf(at);
  switch (key) {
    case 'ArrowDown':
      return items[place + 1];
    case 'ArrowUp':
      return items[place - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      return at.getAttribute('aria-expanded') === 'true' ? items[place + 1] : null;
    case 'ArrowLeft':
      return at.getAttribute('aria-expanded') === 'true'
        ? null
        : at.parentElement?.closest<HTMLElement>('[role=treeitem]');
    default:
      return null;
  }
}

/** The bodies of a day below `under` (the whole register without), opened level by level; arrow keys move, Enter looks. */
export function BodyTree({ under, on, empty }: { under?: string; on: string; empty: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [open, setMap] = useState<ReadonlyMap<string, boolean>>(() => new Map(remembered));
  const [current, setCurrent] = useState<string | null>(null);
  const top = useLevel(under ?? null, on);
  const tree: Tree = {
    on,
    open,
    current,
    setCurrent,
    setOpen: (id, isOpen) => {
      remembered.set(id, isOpen);
      setMap(new Map(remembered));
    },
  };
  const move = (event: KeyboardEvent<HTMLUListElement>): void => {
    const at = event.target as HTMLElement;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
    const next = neighbour(event.key, items, at);
    if (next === null) return;
    event.preventDefault();
    next?.focus();
  };
  return (
    <Answered of={top}>
      {({ pages }) =>
        pages[0]?.items.length === 0 ? (
          empty
        ) : (
          <ul className="body-tree" role="tree" aria-label={t('bodies.tree')} onKeyDown={move}>
            <Level level={1} of={top} tree={tree} />
          </ul>
        )
      }
    </Answered>
  );
}

function Level({ level, of, tree }: { level: number; of: ReturnType<typeof useLevel>; tree: Tree }): ReactNode {
  const { t } = useTranslation();
  const nodes = of.data?.pages.flatMap(({ items }) => items) ?? [];
  const more = (): void => void of.fetchNextPage();
  return (
    <>
      {nodes.map((node, index) => (
        <Item
          key={node.id}
          node={node}
          level={level}
          isFirst={level === 1 && index === 0}
          isOpenAtFirst={level === 1 && nodes.length <= FEW}
          tree={tree}
        />
      ))}
      {of.hasNextPage && (
        <li
          role="treeitem"
          aria-level={level}
          tabIndex={-1}
          onClick={more}
          onKeyDown={({ key }) => {
            if (key === 'Enter' || key === ' ') more();
          }}
        >
          <div className="body-tree-row">
            <Text c="var(--mantine-color-anchor)">{t('ui.more')}</Text>
          </div>
        </li>
      )}
    </>
  );
}

interface ItemProps {
  node: Schemas['BodyNode'];
  level: number;
  isFirst: boolean;
  isOpenAtFirst: boolean;
  tree: Tree;
}

function Item({ node, level, isFirst, isOpenAtFirst, tree }: ItemProps): ReactNode {
  const { t } = useTranslation();
  const { say, count } = useFormats();
  const navigate = useNavigate();
  const name = say(node.nameVi, node.nameEn ?? node.nameVi);
  const isParent = node.children > 0;
  const isOpen = isParent && (tree.open.get(node.id) ?? isOpenAtFirst);
  const look = (): void => void navigate({ to: '/co-quan/$id', params: { id: node.id } });
  const toggle = (): void => {
    tree.setOpen(node.id, !isOpen);
  };
  const act = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') look();
    else if (event.key === ' ' && isParent) toggle();
    else if (event.key === 'ArrowRight' && isParent && !isOpen) toggle();
    else if (event.key === 'ArrowLeft' && isOpen) toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isReached = tree.current === null ? isFirst : tree.current === node.id;
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-label={name}
      aria-expanded={isParent ? isOpen : undefined}
      tabIndex={isReached ? 0 : -1}
      onKeyDown={act}
      onFocus={(event) => {
        if (event.target === event.currentTarget) tree.setCurrent(node.id);
      }}
    >
      <div className="body-tree-row" onClick={look}>
        <span
          className="body-tree-sign"
          aria-hidden
          onClick={(event) => {
            if (!isParent) return;
            event.stopPropagation();
            toggle();
          }}
        >
          {isParent && <IconChevronRight size={18} />}
        </span>
        <span className="body-tree-name">
          {name}{' '}
          <Text span size="sm" c="dimmed">
            {[
              node.abbreviation ?? node.code,
              t(`bodies.level.${node.level}`),
              isParent ? `(${count(node.children)})` : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </span>
      </div>
      {isOpen && <Below id={node.id} level={level + 1} tree={tree} />}
    </li>
  );
}

function Below({ id, level, tree }: { id: string; level: number; tree: Tree }): ReactNode {
  const below = useLevel(id, tree.on);
  return (
    <ul role="group">
      {below.data === undefined ? (
        <li role="none">
          <Answered of={below} rows={1}>
            {() => null}
          </Answered>
        </li>
      ) : (
        <Level level={level} of={below} tree={tree} />
      )}
    </ul>
  );
}
