import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DueRule, ReportingScheme } from '../core/reporting-scheme.js';
import type { Roll } from '../core/working-calendar.js';

/** A reporting scheme as data: cut-off windows and due rules by period type, tier by tier. */
@Entity('reporting_scheme')
export class ReportingSchemeRow {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text', { unique: true }) code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text') roll: Roll;
  @Column('boolean', { default: false }) beforeCountsDay: boolean;
  @Column('jsonb') windows: ReportingScheme['windows'];
  @Column('jsonb') dues: Partial<Record<string, DueRule[]>>;
  @Column('boolean', { default: false }) preset: boolean;
  @Column('integer', { default: 1 }) version: number;
}
