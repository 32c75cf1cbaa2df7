import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { seeingEverything } from '../database/scope.js';
import { About } from './about.js';
import { Answers } from './answers.js';
import { Text } from './fields.js';
import { refuseRequest } from './refusals.js';
import { EVERYBODY, Right } from './right.js';

export class Health {
  @Text({ example: 'ok' }) status: string;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: DataSource) {}

  @Get('live')
  @About('The process answers.')
  @Right(EVERYBODY)
  @Answers(200, Health)
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @About('The process and its database answer.')
  @Right(EVERYBODY)
  @Answers(200, Health)
  async ready(): Promise<Health> {
    try {
      await seeingEverything(() => this.db.query('select 1'));
    } catch {
      throw refuseRequest('not-ready');
    }
    return { status: 'ok' };
  }
}
