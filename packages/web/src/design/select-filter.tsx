import classes from './select-filter.module.css';

/** A filter of one value, chosen from a list. */
export function SelectFilter({
  label,
  value,
  all,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  /** What no value is called. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string | undefined) => void;
}) {
  const known = options.some((option) => option.value === value);
  return (
    <select
      className={classes.select}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{all}</option>
      {known || value === undefined ? null : <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
