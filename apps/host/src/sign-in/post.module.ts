import { type AccountPost } from '@samenwerkt/reminders';
import {
  Global,
  Inject,
  Injectable,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type ProcessRole } from '../reminders/dispatch-config.js';

/** What sends letters about accounts, for whoever has just caused one. */
export interface Post {
  /** Has it look at once. It looks by itself as well, so nothing is lost when it does not. */
  nudge(): void;
}

const POST = Symbol('post');

/** The post as a constructor's argument. */
export const InjectPost = () => Inject(POST);

/** What a reader of mail that lets them in hardly notices. */
const FIFTEEN_SECONDS = 15_000;

const ACCOUNT_POST = Symbol('account post');

/** Looks for letters in the processes that send. Every such process does; the table lets one have each letter. */
@Injectable()
class Scanner implements Post, OnApplicationBootstrap {
  private readonly logger = new Logger('Post');

  constructor(@Inject(ACCOUNT_POST) private readonly post: AccountPost) {}

  onApplicationBootstrap(): void {
    this.nudge();
  }

  @Interval(FIFTEEN_SECONDS)
  nudge(): void {
    this.post.deliverWaiting().catch((error: unknown) => this.logger.error(String(error)));
  }
}

/** In a process that only answers requests: another one looks. */
const ELSEWHERE: Post = { nudge: () => undefined };

/** Gets letters about accounts out, in the processes that send. */
@Global()
@Module({})
export class PostModule {
  static with(post: AccountPost, role: ProcessRole): DynamicModule {
    const sends = [Scanner, { provide: ACCOUNT_POST, useValue: post }, { provide: POST, useExisting: Scanner }];
    return {
      module: PostModule,
      providers: role === 'api' ? [{ provide: POST, useValue: ELSEWHERE }] : sends,
      exports: [POST],
    };
  }
}
