import { useEffect, useState } from 'react';

/** Milliseconds of rest before what was typed is looked for. */
const REST = 250;

/** A text to look for; it is looked for when somebody stops typing. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text), REST);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <label className="sw-grow">
      {label}
      <input
        type="search"
        className="utrecht-textbox utrecht-textbox--html-input"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </label>
  );
}
