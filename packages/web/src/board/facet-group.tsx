import type { ReactNode } from 'react';
import type { MineCounts } from '../api/answers.ts';
import { type BoardSearch, toggled, valuesOf } from './board-search.ts';
import classes from './facets.module.css';

const { compare: inOrder } = new Intl.Collator(undefined, { numeric: true });

/** What is chosen, how many mines each choice would leave, and what to do when another is made. */
export interface FacetsProps {
  readonly search: BoardSearch;
  readonly counts: MineCounts | undefined;
  readonly onChange: (search: BoardSearch) => void;
}

/** What the list can be narrowed by in one respect. */
export function FacetGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** One value, with how many mines it would leave. */
export function FacetOption({
  type,
  name,
  checked,
  onChange,
  count,
  children,
}: {
  readonly type: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <label className={classes.option} data-none={count === 0 && !checked}>
      <input type={type} name={name} checked={checked} onChange={onChange} />
      <span className={classes.optionText}>{children}</span>
      <span className={classes.count}>{count}</span>
    </label>
  );
}

/** Values of one respect of which several can be chosen, or `single` one; nothing where there are none. */
export function FacetValues({
  legend,
  chosen,
  single = false,
  counts,
  onChange,
  children,
}: {
  readonly legend: string;
  readonly single?: boolean;
  /** Those that the address names, with commas between them. */
  readonly chosen: string | undefined;
  /** How many mines each value would leave; undefined while that is not known. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly onChange: (chosen: string | undefined) => void;
  /** What a value is called. */
  readonly children: (value: string) => ReactNode;
}) {
  const values = valuesOf(chosen);
  const shown = [...new Set([...Object.keys(counts ?? {}), ...values])].sort(inOrder);
  if (shown.length === 0) return null;
  return (
    <FacetGroup legend={legend}>
      {shown.map((value) => (
        <FacetOption
          key={value}
          type="checkbox"
          checked={values.includes(value)}
          onChange={() => onChange(toggled(single && chosen !== value ? undefined : chosen, value))}
          count={counts && (counts[value] ?? 0)}
        >
          {children(value)}
        </FacetOption>
      ))}
    </FacetGroup>
  );
}
