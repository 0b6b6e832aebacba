import type { SVGProps } from 'react';

/**
 * A small drawing in the colour of the text around it, in lines unless it is told to be filled. The words beside it say
 * the same: no screen reader announces it.
 */
export function Icon({
  grid = 16,
  size = grid,
  ...drawing
}: Omit<SVGProps<SVGSVGElement>, 'viewBox' | 'width' | 'height'> & {
  /** The side of the square that it is drawn in. */
  readonly grid?: number;
  /** The side of the square that it takes, in pixels. */
  readonly size?: number;
}) {
  return (
    <svg
      viewBox={`0 0 ${grid} ${grid}`}
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      {...drawing}
    />
  );
}
