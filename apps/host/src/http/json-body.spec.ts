import { describe, expect, it } from '@jest/globals';
import { JsonTooDeep, JsonUnreadable } from './errors.js';
import { parseJson } from './json-body.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a JSON body', () => {
  it.each(['{"a":[1,{"b":"é"}]}', '"{{{{"', '{"a":"\\"[[["}', 'null', '{"a":"\\u00e9"}'])('is read: %s', (body) => {
    expect(parseJson(body)).toEqual(JSON.parse(body));
  });

  it('may be nested 32 levels deep, and no deeper', () => {
    expect(() => parseJson(nested(32))).not.toThrow();
    expect(() => parseJson(nested(33))).toThrow(JsonTooDeep);
    expect(() => parseJson('['.repeat(400_000))).toThrow(JsonTooDeep);
  });

  it.each(['{"__proto__":{"a":1}}', '{"a":{"constructor":1}}', '{"a":[{"prototype":1}]}', '{"__pro\\u0074o__":1}'])(
    'may not reach for a prototype: %s',
    (body) => {
      expect(() => parseJson(body)).toThrow(JsonUnreadable);
    },
  );

  it('may speak of prototypes in its texts', () => {
    expect(parseJson('{"a":"een prototype van de constructor"}')).toEqual({ a: 'een prototype van de constructor' });
  });

  it.each(['', '{', '{"a":}', "{'a':1}", '{"a":1}x'])('that is not JSON is refused: %s', (body) => {
    expect(() => parseJson(body)).toThrow(JsonUnreadable);
  });
});
