import { type Action } from '@samenwerkt/access';
import { applyDecorators, SetMetadata, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';

/** Under which a handler says what it asks. */
export const ASKS = Symbol('asks');

/** Everybody may ask, also who did not sign in. */
export const OPEN = Symbol('open');

/** What a handler says of itself. */
export type Asks = Action | typeof OPEN;

/** Only for who may do this; it stands in the description of the API as `x-action`. */
export function Needs(action: Action): MethodDecorator {
  return applyDecorators(SetMetadata(ASKS, action), ApiExtension('x-action', action));
}

/** For everybody: what is no secret, what has a secret of its own in its address, and signing in itself. */
export function Open(): MethodDecorator & ClassDecorator {
  return SetMetadata(ASKS, OPEN);
}

/** A route that forgot to say who may ask would be open to nobody or to everybody: neither is a guess to make. */
export function everyRouteMustSay(app: INestApplicationContext): void {
  const scanner = new MetadataScanner();
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (!metatype) continue;
    const prototype = metatype.prototype as Record<string, object>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name] as object;
      if (Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
      if (Reflect.getMetadata(ASKS, handler) ?? Reflect.getMetadata(ASKS, metatype)) continue;
      throw new Error(`${metatype.name}.${name} does not say who may ask: give it @Needs('…') or @Open()`);
    }
  }
}
