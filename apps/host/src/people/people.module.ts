import { Module } from '@nestjs/common';
import { ApiTokensController } from './api-tokens.controller.js';
import { PeopleController } from './people.controller.js';

@Module({ controllers: [PeopleController, ApiTokensController] })
export class PeopleModule {}
