/** A rectangle of the drawing, in its own units. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A side of a place. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A spot on the edge of a place: the side, and how far along it (0 to 1, from left or top). */
export type Spot = readonly [side: Side, along: number];

/** A point of the drawing. */
export type Point = readonly [x: number, y: number];

/** The point where a line leaves or meets a place. */
export function pointAt({ x, y, width, height }: Place, [side, along]: Spot): Point {
  switch (side) {
    case 'top':
      return [x + width * along, y];
    case 'bottom':
      return [x + width * along, y + height];
    case 'left':
      return [x, y + height * along];
    case 'right':
      return [x + width, y + height * along];
  }
}

/** SVG path data of a line through points, its corners rounded by `radius` where there is room. */
export function linePath(points: readonly Point[], radius = 6): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${point.join(' ')}`;
      if (!after) return `L${point.join(' ')}`;
      const room = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      return `L${towards(point, before, room).join(' ')}Q${point.join(' ')} ${towards(point, after, room).join(' ')}`;
    })
    .join('');
}

/** SVG path data of an arrow head at the end of a line. */
export function headPath(points: readonly Point[], size = 6): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const [x, y] = towards(tip, before, size);
  const across: Point = [((tip[1] - y) / size) * (size / 2), ((x - tip[0]) / size) * (size / 2)];
  return `M${tip.join(' ')}L${x + across[0]} ${y + across[1]}L${x - across[0]} ${y - across[1]}Z`;
}

function towards([x, y]: Point, [toX, toY]: Point, by: number): Point {
  const length = distance([x, y], [toX, toY]);
  if (length === 0) return [x, y];
  return [x + ((toX - x) / length) * by, y + ((toY - y) / length) * by];
}

function distance([x, y]: Point, [toX, toY]: Point): number {
  return Math.hypot(toX - x, toY - y);
}
