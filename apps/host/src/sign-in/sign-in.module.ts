import { Module } from '@nestjs/common';
import { OidcController } from '../oidc/oidc.controller.js';
import { CodePageController } from './page/code-page.controller.js';
import { PasswordPageController } from './page/password-page.controller.js';
import { SecondFactorPageController } from './page/second-factor-page.controller.js';
import { SignInForm } from './page/sign-in-form.js';
import { SignInPageController } from './page/sign-in-page.controller.js';
import { RecoveryController } from './recovery.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SessionController } from './session.controller.js';
import { SigningIn } from './signing-in.js';

@Module({
  controllers: [
    SessionController,
    SecondFactorController,
    RecoveryController,
    SignInPageController,
    CodePageController,
    SecondFactorPageController,
    PasswordPageController,
    OidcController,
  ],
  providers: [SigningIn, SignInForm],
})
export class SignInModule {}
