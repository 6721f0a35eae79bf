import { Module } from '@nestjs/common';
import { PasswordPageController } from './page/password-page.controller.js';
import { SignInPageController } from './page/sign-in-page.controller.js';
import { RecoveryController } from './recovery.controller.js';
import { SessionController } from './session.controller.js';
import { SigningIn } from './signing-in.js';

@Module({
  controllers: [SessionController, RecoveryController, SignInPageController, PasswordPageController],
  providers: [SigningIn],
})
export class SignInModule {}
