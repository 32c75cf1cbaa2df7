import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { CALENDAR_SEED, CONFIRMED_YEARS } from './calendar-seed.js';
import { PRESET_SCHEMES } from './presets.js';

/** What every office starts with: the preset schemes and the announced days off. */
@Injectable()
export class RegimeSeeder {
  constructor(private readonly db: DataSource) {}

  /** Adds what is missing and changes nothing that is there; may run at every start, in several processes at once. */
  async seed(tx: Tx = this.db.manager): Promise<void> {
    await tx.query(
      `insert into reporting_scheme (code, name_vi, name_en, basis, roll, before_counts_day, windows, dues, preset)
       select s.code, s."nameVi", s."nameEn", s.basis, s.roll, s."beforeCountsDay", s.windows, s.dues, true
       from jsonb_to_recordset($1) as s (code text, "nameVi" text, "nameEn" text, basis text, roll text,
         "beforeCountsDay" boolean, windows jsonb, dues jsonb)
       order by s.code
       on conflict (code) do nothing`,
      [JSON.stringify(PRESET_SCHEMES)],
    );
    // One statement: whoever inserts the year inserts its days, so days that an office has deleted stay deleted.
    await tx.query(
      `with fresh as (
         insert into calendar_year (year, confirmed)
         select year, true from unnest($1::integer[]) as year order by year
         on conflict do nothing returning year
       )
       insert into calendar_day (on_date, kind, name, basis)
       select d.date, d.kind, d.name, d.basis
       from jsonb_to_recordset($2) as d (date date, kind text, name text, basis text)
       join fresh on fresh.year = extract(year from d.date)
       on conflict do nothing`,
      [CONFIRMED_YEARS, JSON.stringify(CALENDAR_SEED)],
    );
  }
}
