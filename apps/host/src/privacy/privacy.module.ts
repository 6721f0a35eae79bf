import { Module } from '@nestjs/common';
import { PrivacySettingsController } from './privacy-settings.controller.js';
import { RetentionRunsController } from './retention-runs.controller.js';

@Module({ controllers: [PrivacySettingsController, RetentionRunsController] })
export class PrivacyModule {}
