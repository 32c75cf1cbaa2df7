import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import './body-lineage.css';

type Lineage = Schemas['LineageAnswer'];
type Event = Schemas['BodyEventAnswer'];

/** px */
const WIDTH = 210;
const HEIGHT = 76;
const GAP_X = 56;
const GAP_Y = 12;

interface Place {
  id: string;
  name: string;
  from: string | null;
  to: string | null;
  x: number;
  y: number;
}

/** Columns by distance: the oldest on the left, this body between, the newest on the right; each column centred. */
function placesOf(body: Schemas['BodyAnswer'], name: string, { predecessors, successors }: Lineage): Place[] {
  const columns = new Map<number, Omit<Place, 'x' | 'y'>[]>();
  const put = (column: number, node: Omit<Place, 'x' | 'y'>): void => {
    columns.set(column, [...(columns.get(column) ?? []), node]);
  };
  put(0, { id: body.id, name, from: body.validFrom, to: body.validTo });
  for (const kin of [...predecessors, ...successors]) {
    const column = kin.side === 'PREDECESSOR' ? -kin.distance : kin.distance;
    put(column, { id: kin.bodyId, name: kin.name, from: kin.validFrom, to: kin.validTo });
  }
  const first = Math.min(...columns.keys());
  const most = Math.max(...[...columns.values()].map(({ length }) => length));
  return [...columns].flatMap(([column, nodes]) =>
    nodes.map((node, row) => ({
      ...node,
      x: (column - first) * (WIDTH + GAP_X),
      y: (row + (most - nodes.length) / 2) * (HEIGHT + GAP_Y),
    })),
  );
}

function linesOf(places: readonly Place[], events: readonly Event[]): string[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return events.flatMap(({ predecessors, successors }) =>
    predecessors.flatMap(({ bodyId: before }) =>
      successors.flatMap(({ bodyId: after }) => {
        const [a, b] = [byId.get(before), byId.get(after)];
        if (a === undefined || b === undefined || a.x >= b.x) return [];
        const [x1, y1, x2, y2] = [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
        const middle = (x1 + x2) / 2;
        return [`M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`];
      }),
    ),
  );
}

/** Whom a body came from and what became of it: a picture, and the events behind it as a list. */
export function BodyLineage({ body }: { body: Schemas['BodyAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const lineage = useQuery({
    queryKey: ['bodies', body.id, 'lineage'],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}/lineage', { params: { path: { id: body.id } } })),
  });
  return (
    <Answered of={lineage}>
      {(data) =>
        data.events.length === 0 ? (
          <Text c="dimmed">{t('bodies.lineageNone')}</Text>
        ) : (
          <Stack>
            {data.predecessors.length + data.successors.length > 0 && <Picture body={body} lineage={data} />}
            <Title order={3} size="h5">
              {t('bodies.events')}
            </Title>
            <List spacing="sm">
              {data.events.map((event) => (
                <List.Item key={event.id}>
                  <EventLine event={event} />
                </List.Item>
              ))}
            </List>
          </Stack>
        )
      }
    </Answered>
  );
}

function Picture({ body, lineage }: { body: Schemas['BodyAnswer']; lineage: Lineage }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const name = say(body.nameVi, body.nameEn ?? body.nameVi);
  const places = placesOf(body, name, lineage);
  const width = Math.max(...places.map(({ x }) => x)) + WIDTH;
  const height = Math.max(...places.map(({ y }) => y)) + HEIGHT;
  const label = t('bodies.lineagePicture', {
    before: lineage.predecessors.length,
    after: lineage.successors.length,
    name,
  });
  return (
    <div className="lineage-frame" tabIndex={0} role="region" aria-label={t('bodies.lineage')}>
      <div className="lineage" role="img" aria-label={label} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden>
          {linesOf(places, lineage.events).map((line) => (
            <path key={line} d={line} />
          ))}
        </svg>
        {places.map(({ id, name: called, from, to, x, y }) => (
          <div
            key={id}
            className="lineage-node"
            data-self={id === body.id || undefined}
            style={{ left: x, top: y, width: WIDTH, height: HEIGHT }}
          >
            <span className="lineage-name">{called}</span>
            <small>
              {from === null ? '…' : civil(from)} – {to === null ? t('bodies.now') : civil(to)}
            </small>
          </div>
        ))}
      </div>
    </div>
  );
}

function EventLine({ event }: { event: Event }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const basis = [
    event.basisNumber === null ? null : t('bodies.basisOf', { number: event.basisNumber }),
    event.basisDatedOn === null ? null : t('bodies.basisDated', { on: civil(event.basisDatedOn) }),
    event.basisIssuer,
    event.basisTitle,
  ].filter((part) => part !== null);
  const changed = event.newNameVi === null ? null : say(event.newNameVi, event.newNameEn ?? event.newNameVi);
  return (
    <>
      <Text fw={600}>
        {t('bodies.eventLine', { kind: t(`bodies.kind.${event.kind}`), on: civil(event.effectiveOn) })}
      </Text>
      <Text size="sm">
        <Names of={event.predecessors} />
        {event.successors.length > 0 && (
          <>
            {' → '}
            <Names of={event.successors} />
          </>
        )}
        {changed !== null && <> → {changed}</>}
        {event.newParentId !== null && (
          <>
            {' → '}
            <Anchor component={Link} to="/co-quan/$id" params={{ id: event.newParentId } as never}>
              {t('bodies.newParent')}
            </Anchor>
          </>
        )}
      </Text>
      {basis.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('bodies.basis')}: {basis.join(', ')}
        </Text>
      )}
      {event.note !== null && (
        <Text size="sm" c="dimmed">
          {event.note}
        </Text>
      )}
    </>
  );
}

function Names({ of }: { of: Event['predecessors'] }): ReactNode {
  return of.map(({ bodyId, name }, index) => (
    <span key={bodyId}>
      {index > 0 && '; '}
      <Anchor component={Link} to="/co-quan/$id" params={{ id: bodyId } as never} size="sm">
        {name}
      </Anchor>
    </span>
  ));
}
