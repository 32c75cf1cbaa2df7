import { Module } from '@nestjs/common';
import { SweepModule } from '../sweep/sweep.module.js';
import { SampleDesk } from './sample-desk.js';
import { SampleOffice } from './sample-office.js';

@Module({ imports: [SweepModule], providers: [SampleDesk, SampleOffice], exports: [SampleOffice] })
export class SampleModule {}
