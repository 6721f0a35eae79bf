import { type Raw } from './raw.js';

/** What can go wrong with the rows of a partnership, and in what words that is to be said. */
export interface Damage {
  readonly what: string;
  readonly said: RegExp;
  do(raw: Raw, id: string): Promise<void>;
}

/** Damage that shows as soon as the partnership is read from its row. */
export const IN_PLAIN_SIGHT: readonly Damage[] = [
  {
    what: 'the text of its snapshot',
    said: /momentopname/,
    do: (raw, id) => raw.damage(`UPDATE partnership SET snapshot = replace(snapshot, '480000', '48') WHERE id = ?`, id),
  },
  {
    what: 'the hash of its snapshot',
    said: /momentopname/,
    do: (raw, id) => raw.damage(`UPDATE partnership SET snapshot_hash = 'x' WHERE id = ?`, id),
  },
  {
    what: 'the version in its row',
    said: /momentopname/,
    do: (raw, id) => raw.damage('UPDATE partnership SET version = version + 1 WHERE id = ?', id),
  },
  {
    what: 'the head in its row',
    said: /momentopname/,
    do: (raw, id) => raw.damage(`UPDATE partnership SET head_hash = 'x' WHERE id = ?`, id),
  },
  {
    what: 'the end of its history, which is gone',
    said: /geschiedenis eindigt niet|keten verbroken bij gebeurtenis 3/,
    do: (raw, id) => raw.damage('DELETE FROM history WHERE partnership_id = ? AND sequence = 3', id),
  },
  {
    what: 'all of its history, which is gone',
    said: /geschiedenis eindigt niet|keten verbroken bij gebeurtenis 1, 2, 3/,
    do: (raw, id) => raw.damage('DELETE FROM history WHERE partnership_id = ?', id),
  },
];

/** Damage that only walking the whole chain brings to light. */
export const WITHIN: readonly Damage[] = [
  {
    what: 'the data of an event',
    said: /keten verbroken bij gebeurtenis 2$/,
    do: (raw, id) =>
      raw.damage(`UPDATE history SET data = '{"doel":"iets anders"}' WHERE partnership_id = ? AND sequence = 2`, id),
  },
  {
    what: 'the data of an event, which is no longer readable',
    said: /keten verbroken bij gebeurtenis 2$/,
    do: (raw, id) => raw.damage(`UPDATE history SET data = '{' WHERE partnership_id = ? AND sequence = 2`, id),
  },
  {
    what: 'the lifecycle of an event',
    said: /keten verbroken bij gebeurtenis 1$/,
    do: (raw, id) =>
      raw.damage(`UPDATE history SET lifecycle_hash = 'x' WHERE partnership_id = ? AND sequence = 1`, id),
  },
  {
    what: 'an event, which is gone',
    said: /keten verbroken bij gebeurtenis 2, 3$/,
    do: (raw, id) => raw.damage('DELETE FROM history WHERE partnership_id = ? AND sequence = 2', id),
  },
  {
    what: 'an event, which is now another organisation’s',
    said: /keten verbroken bij gebeurtenis 2, 3$/,
    do: (raw, id) =>
      raw.damage(`UPDATE history SET organisation_id = 'x' WHERE partnership_id = ? AND sequence = 2`, id),
  },
];
