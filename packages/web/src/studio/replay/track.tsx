import type { ReactNode } from 'react';
import type { Axis } from './axis.ts';
import classes from './lanes.module.css';

/** A line of the axis: what is compressed is hatched, what lies ahead of the replay pale, and a line stands where it is. */
export function Track({
  axis,
  share,
  children,
}: {
  readonly axis: Axis;
  readonly share: number | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.track} style={{ minInlineSize: axis.width }}>
      {axis.stretches
        .filter(({ quiet }) => quiet)
        .map(({ from, start, size }) => (
          <span
            key={from}
            className={classes.quiet}
            style={{ insetInlineStart: `${100 * start}%`, inlineSize: `${100 * size}%` }}
          />
        ))}
      {children}
      {share === null ? null : (
        <>
          <span className={classes.ahead} style={{ insetInlineStart: `${100 * share}%` }} />
          <span data-line="" className={classes.line} style={{ insetInlineStart: `${100 * share}%` }} />
        </>
      )}
    </div>
  );
}
