import { isSecure, type Site } from '../identity/site.js';
import { API_VERSION } from './openapi.js';

/** Nothing of what a browser can lend to a page is asked for. */
const NOTHING_OF_THE_DEVICE = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** A year, in seconds. */
const YEAR = 365 * 24 * 3600;

/**
 * Headers of every answer, also of one that says no: the API's version, and what keeps a browser from doing more with it
 * than it should. Pages take a policy of their own that lets their own style in, and still no script from elsewhere.
 */
export function headersFor(site: Site): Readonly<Record<string, string>> {
  return {
    'api-version': API_VERSION,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': NOTHING_OF_THE_DEVICE,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isSecure(site) ? { 'strict-transport-security': `max-age=${YEAR}` } : {}),
  };
}
