import { Civil, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { BODY_LEVELS, BODY_SYSTEMS, type BodyLevel, type BodySystem } from './body.entity.js';

const system = (): PropertyDecorator => OneOf(BODY_SYSTEMS, 'BodySystem');
const level = (): PropertyDecorator => OneOf(BODY_LEVELS, 'BodyLevel');

export class NewBody {
  @Text({ max: 50, example: 'Q10-BTG' }) code: string;
  @Text({ example: 'Ban Tuyên giáo Quận ủy Quận 10' }) nameVi: string;
  @Text({ optional: true }) nameEn?: string | null;
  @Text({ max: 50, optional: true, about: 'As used in symbols' }) abbreviation?: string | null;
  @system() system: BodySystem;
  @level() level: BodyLevel;
  @Id({ optional: true }) parentId?: string | null;
  @Civil({ optional: true }) validFrom?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) validTo?: string | null;
}

export class BodyChange {
  @Text({ kept: true }) nameVi?: string;
  @Text({ optional: true }) nameEn?: string | null;
  @Text({ max: 50, optional: true }) abbreviation?: string | null;
  @OneOf(BODY_SYSTEMS, 'BodySystem', { kept: true }) system?: BodySystem;
  @OneOf(BODY_LEVELS, 'BodyLevel', { kept: true }) level?: BodyLevel;
  @Id({ optional: true }) parentId?: string | null;
  @Civil({ optional: true }) validFrom?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) validTo?: string | null;
}

export class BodyAnswer {
  @Id() id: string;
  @Text() code: string;
  @Text() nameVi: string;
  @Text({ nullable: true }) nameEn: string | null;
  @Text({ nullable: true }) abbreviation: string | null;
  @system() system: BodySystem;
  @level() level: BodyLevel;
  @Id({ nullable: true }) parentId: string | null;
  @Civil({ nullable: true }) validFrom: string | null;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) validTo: string | null;
  @Int() version: number;
}

export class BodyQuery {
  @Civil({ optional: true, query: true, about: 'With the name and the parent of that day' }) on?: string;
}

export class BodiesQuery extends PageQuery {
  @Text({
    max: 200,
    optional: true,
    query: true,
    about: 'Words of a name, code or abbreviation, in their order; accents ignored',
  })
  q?: string;
  @Id({ optional: true, query: true, about: 'Only this body and those below it' }) under?: string;
  @Civil({ optional: true, query: true, about: 'Only bodies that exist on this day' }) on?: string;
}

export class BodyTreeQuery extends PageQuery {
  @Id({ optional: true, query: true, about: 'Bodies directly below this one; left out: the tops' }) under?: string;
  @Text({ max: 200, optional: true, query: true, about: 'Part of a name, code or abbreviation, at any level' })
  q?: string;
  @Civil({ optional: true, query: true, about: 'As the tree was on this day; default: today' }) on?: string;
}

/** A body in the tree of a day. */
export class BodyNode extends BodyAnswer {
  @Text({ nullable: true, about: 'Of that day' }) parentNameVi: string | null;
  @Text({ nullable: true }) parentNameEn: string | null;
  @Int({ about: 'Bodies directly below on that day' }) children: number;
}

export class BodyPath {
  @Many(() => BodyAnswer, { about: 'From the top down, itself last; with the names of today' }) items: BodyAnswer[];
}
