import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Member } from './member.entity.js';

export const VIEW_PAGES = ['agreements', 'occurrences', 'reviews', 'summary'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** How a member likes to see a page: the search string of its address, and the columns. Goes when the member leaves. */
@Entity('saved_view')
@Unique(['memberId', 'page', 'name'])
export class SavedView {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  memberId: string;
  @Column('text') page: ViewPage;
  @Column('text') name: string;
  @Column('text') query: string;
  @Column('text', { array: true, nullable: true }) columns: string[] | null;
  @Column('integer', { default: 1 }) version: number;
}
