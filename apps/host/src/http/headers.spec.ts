import { describe, expect, it } from '@jest/globals';
import { headersFor } from './headers.js';

const over = (publicUrl: string) => headersFor({ publicUrl, local: false });

describe('the headers of every answer', () => {
  it('tell a browser to come back over TLS only, where people come over TLS', () => {
    expect(over('https://samenwerkt.gemeente.nl')['strict-transport-security']).toBe('max-age=31536000');
    expect(over('http://localhost:3000')).not.toHaveProperty('strict-transport-security');
  });

  it('let an answer be no page, no part of a page, and nobody’s frame', () => {
    expect(over('http://localhost:3000')).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });
});
