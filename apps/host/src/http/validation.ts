import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { mustHoldNoBsn } from './no-bsn.js';
import { RequestError, type FieldError } from './errors.js';

/** Checks bodies and parameters against their DTO; unknown fields are refused, so that a typing error is never ignored. */
export function validation(): ValidationPipe {
  return new BsnRefusing({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => new RequestInvalid(errors.flatMap((error) => flatten(error, ''))),
  });
}

/** Looks for a BSN first, so that no other refusal repeats it. */
class BsnRefusing extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'param') mustHoldNoBsn(value);
    return super.transform(value, metadata);
  }
}

/** Fields of a request that are not as they should be. */
class RequestInvalid extends RequestError {
  constructor(errors: readonly FieldError[]) {
    super(
      'request-invalid',
      400,
      {
        nl: 'Het verzoek klopt niet; verbeter de genoemde velden.',
        en: 'The request is not right; mend the fields named.',
      },
      errors,
    );
  }
}

function flatten(error: ValidationError, parent: string): FieldError[] {
  const path = `${parent}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    path,
    code,
    message: said(code, error.property, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

/** In Dutch what the constraint says; texts of our DTOs are `nederlands | English`. */
function said(code: string, property: string, message: string): FieldError['message'] {
  if (code === 'whitelistValidation') {
    return {
      nl: `veld ${property} bestaat hier niet; verwijder het of kijk naar de schrijfwijze`,
      en: `field ${property} does not exist here; remove it or check its spelling`,
    };
  }
  const [nl = message, en = message] = message.split(' | ');
  return { nl, en };
}
