import { Module } from '@nestjs/common';
import { ApiTokensController } from './api-tokens.controller.js';
import { PeopleController } from './people.controller.js';
import { SavedViewsController } from './saved-views.controller.js';

@Module({ controllers: [PeopleController, ApiTokensController, SavedViewsController] })
export class PeopleModule {}
