import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Answers } from './answers.js';
import { Text } from './fields.js';
import { refuseRequest } from './refusals.js';
import { EVERYBODY, Right } from './right.js';

export class Health {
  @Text({ example: 'ok' }) status: string;
}

@Controller('health')
export class HealthController {
  constructor(private readonly db: DataSource) {}

  /** The process answers. */
  @Get('live')
  @Right(EVERYBODY)
  @Answers(200, Health)
  live(): Health {
    return { status: 'ok' };
  }

  /** The process and its database answer. */
  @Get('ready')
  @Right(EVERYBODY)
  @Answers(200, Health)
  async ready(): Promise<Health> {
    try {
      await this.db.query('select 1');
    } catch {
      throw refuseRequest('not-ready');
    }
    return { status: 'ok' };
  }
}
