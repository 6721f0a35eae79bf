import { Module, type DynamicModule } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { PACK_LOADER, type PackLoader } from './pack-loader.js';

@Module({})
export class OrganisationsModule {
  static with(loadPacks: PackLoader): DynamicModule {
    return {
      module: OrganisationsModule,
      controllers: [OrganisationsController],
      providers: [{ provide: PACK_LOADER, useValue: loadPacks }],
    };
  }
}
