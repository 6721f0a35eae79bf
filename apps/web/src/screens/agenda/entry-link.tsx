import { Link } from '@tanstack/react-router';
import { type Entry } from './entries.js';

/** An entry, with the way to what it is about. */
export function EntryLink({ entry: { id, title, about, partnership } }: { readonly entry: Entry }) {
  const label = `${title}: ${about}`;
  return partnership === undefined ? (
    <Link to="/herinneringen/$id" params={{ id }} className="nl-link" title={label}>
      {label}
    </Link>
  ) : (
    <Link to="/partnerschappen/$id" params={{ id: partnership }} className="nl-link" title={label}>
      {label}
    </Link>
  );
}
