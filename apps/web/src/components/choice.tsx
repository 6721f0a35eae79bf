/** One of some, with a label; `''` is all of them. */
export function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {options.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
