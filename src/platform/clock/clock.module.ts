import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Clock } from './clock.js';

@Global()
@Module({
  providers: [{ provide: Clock, useFactory: (config: Config) => new Clock(config.timeZone), inject: [CONFIG] }],
  exports: [Clock],
})
export class ClockModule {}
