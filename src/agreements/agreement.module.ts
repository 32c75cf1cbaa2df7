import { Module } from '@nestjs/common';
import { BodyModule } from '../bodies/body.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { AgreementLife } from './agreement-life.service.js';
import { AgreementController } from './agreement.controller.js';
import { AgreementListQueries } from './agreement-list.queries.js';
import { AgreementQueries } from './agreement.queries.js';
import { AgreementService } from './agreement.service.js';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';

@Module({
  imports: [BodyModule, RegimeModule],
  controllers: [AgreementController, DocumentController],
  providers: [AgreementService, AgreementLife, AgreementQueries, AgreementListQueries, DocumentService],
  exports: [AgreementLife, AgreementQueries, AgreementListQueries],
})
export class AgreementModule {}
