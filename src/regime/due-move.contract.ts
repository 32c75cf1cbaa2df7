import { MOVE_CAUSES, type DueMove, type MoveCause } from '../core/due-move.js';
import { Civil, Id, OneOf, Text } from '../platform/http/fields.js';

/** One move of a due date by a change of schedule, scheme or calendar. */
export class DueMoveAnswer implements DueMove {
  @Civil() fromDueOn: string;
  @Civil() toDueOn: string;
  @OneOf(MOVE_CAUSES, 'MoveCause') because: MoveCause;
  @Text({ nullable: true }) reason: string | null;
  @Text({ about: 'Name of the member' }) by: string;
  @Civil({ about: 'Day of the change' }) on: string;
  @Id({ about: 'The schedule revision, or the change of scheme or calendar' }) changeId: string;
}

/** The moves of a duty as JSON, the oldest first; `column` of due_change names the duty `id`. */
export function movesSql(column: 'occurrence_id' | 'review_id', id: string): string {
  return `(select coalesce(json_agg(json_build_object('fromDueOn', x.from_due_on, 'toDueOn', x.to_due_on,
      'because', x.because, 'reason', x.reason, 'by', m.full_name, 'on', x.on_date, 'changeId', x.change_id)
      order by x.id), '[]')
    from due_change x join member m on m.id = x.by_id where x.${column} = ${id})`;
}
