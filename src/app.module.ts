import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from './access/access.module.js';
import { AgreementModule } from './agreements/agreement.module.js';
import { BodyModule } from './bodies/body.module.js';
import { CommitmentModule } from './commitments/commitment.module.js';
import { ComplianceModule } from './compliance/compliance.module.js';
import { connectInScope, dataSourceOptions } from './data-source.js';
import { DeskModule } from './desk/desk.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { WorkModule } from './platform/database/work.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { RegimeModule } from './regime/regime.module.js';
import { ReportModule } from './reports/report.module.js';
import { ReviewModule } from './reviews/review.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LifecycleModule } from './lifecycle/lifecycle.module.js';
import { SampleModule } from './sample/sample.module.js';
import { SweepModule } from './sweep/sweep.module.js';
import { NoticeController } from './platform/http/notice.controller.js';
import { HealthController } from './platform/http/health.controller.js';

@Module({})
export class AppModule {
  /** `connect: false` gives the routes without a database, for writing openapi.json. */
  static of(config: Config, databaseUrl: string, connect = true): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(databaseUrl), manualInitialization: !connect, retryAttempts: 1 }),
          ...(connect ? { dataSourceFactory: (options) => connectInScope(options as DataSourceOptions) } : {}),
        }),
        WorkModule,
        StorageModule,
        ScheduleModule.forRoot(),
        AccessModule,
        BodyModule,
        RegimeModule,
        AgreementModule,
        CommitmentModule,
        ReportModule,
        ReviewModule,
        LifecycleModule,
        ComplianceModule,
        IntakeModule,
        DeskModule,
        NoticesModule,
        SweepModule,
        SampleModule,
      ],
      controllers: [HealthController, NoticeController],
    };
  }
}
