import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { everyRouteMustSay, Needs, Open } from './needs.js';

@Controller('zegt')
class Says {
  @Get()
  @Needs('packs.read')
  list() {
    return this.shared();
  }

  shared() {
    return [];
  }
}

@Open()
@Controller('open')
class OpenToAll {
  @Get()
  show() {
    return 'open';
  }
}

@Controller('zwijgt')
class Silent {
  @Get()
  list() {
    return 'voor wie?';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [Says, OpenToAll] })
class Spoken {}

@Module({ imports: [DiscoveryModule], controllers: [Says, Silent] })
class Forgotten {}

describe('a route', () => {
  it.each([
    [Spoken, undefined],
    [Forgotten, 'Silent.list does not say who may ask'],
  ])('of %p that does not say who may ask keeps the host from starting', async (module, said) => {
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    const check = () => everyRouteMustSay(app);
    if (said === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(said);
    await app.close();
  });
});
