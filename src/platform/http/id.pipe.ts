import { Injectable, type PipeTransform } from '@nestjs/common';
import { isId } from './fields.js';
import { refuseRequest } from './refusals.js';

/** An identifier in the address; a malformed one names nothing, so it is not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw refuseRequest('bad-id');
    return value.toLowerCase();
  }
}
