import { Global, Module, type DynamicModule } from '@nestjs/common';
import { OpenIdProviders } from './openid-providers.js';
import { type Provider } from './provider.js';

/** Hands the providers of the settings to whoever signs people in. */
@Global()
@Module({})
export class OidcModule {
  static with(providers: readonly Provider[]): DynamicModule {
    const value = new OpenIdProviders(providers);
    return {
      module: OidcModule,
      providers: [{ provide: OpenIdProviders, useValue: value }],
      exports: [OpenIdProviders],
    };
  }
}
