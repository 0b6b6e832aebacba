import type { ReactNode } from 'react';
import { Counted } from './counted.tsx';
import classes from './statistics.module.css';

/** A line of a table of counts. */
export interface BarLine {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
  /** What the API explains the count by: it opens what is counted. The bare figure without it. */
  readonly query?: string | null | undefined;
}

/** Counts as a table, each with a bar of its share of the largest. The bars say nothing that the figures do not. */
export function BarTable({
  caption,
  columns,
  lines,
}: {
  readonly caption: string;
  readonly columns: readonly [name: string, count: string];
  readonly lines: readonly BarLine[];
}) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <table className={classes.bars}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col" className="numeric">
            {columns[1]}
          </th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, count, query }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="numeric">
              <Counted count={count} query={query} />
            </td>
            <td aria-hidden="true">
              <Bar share={count / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar whose length is a share of the column. */
export function Bar({ share }: { readonly share: number }) {
  return <span className={classes.bar} style={{ inlineSize: `${Math.round(share * 1000) / 10}%` }} />;
}
