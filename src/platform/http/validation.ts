import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Refusal, type Facts } from '../../core/refusal.js';
import { refuseField, refuseRequest } from './refusals.js';

const MOST_SHOWN = 200;

/** The fields that were refused, so that a form can show them all at once. */
export class InvalidRequest extends Refusal {
  readonly fields: readonly Refusal[];

  constructor(fields: readonly Refusal[]) {
    const whole = refuseRequest('invalid', { count: fields.length });
    super(whole.code, whole.status, whole.facts);
    this.fields = fields.slice(0, MOST_SHOWN);
  }
}

type FieldRefusal = Parameters<typeof refuseField>[0];

function refusalOf(constraint: string, message: string, pointer: string): Refusal {
  if (constraint === 'whitelistValidation') return refuseField('unknown', {}, pointer);
  const at = message.indexOf(' ');
  const name = at < 0 ? message : message.slice(0, at);
  const facts = at < 0 ? {} : (JSON.parse(message.slice(at + 1)) as Facts);
  return refuseField(name as FieldRefusal, facts, pointer);
}

function refusalsIn(errors: readonly ValidationError[], parent: string): Refusal[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).slice(0, 1);
    return [
      ...own.map(([constraint, message]) => refusalOf(constraint, message, pointer)),
      ...refusalsIn(error.children ?? [], pointer),
    ];
  });
}

/** Checks what comes in against its contract; unknown fields are refused. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidRequest(refusalsIn(errors, '')),
  });
}
