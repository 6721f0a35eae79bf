export { findChromium, startChromium } from './chromium.js';
export { freshDatabase, startPostgres } from './postgres.js';
export { startRedis } from './redis.js';
export { type Service } from './service.js';
