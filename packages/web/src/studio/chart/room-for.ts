/** What fits by less than this, in pixels, is shortened. */
const SPARE = 2;

/** How much room the widest of some names takes, in pixels. */
export function roomFor(names: readonly string[], font: string): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return Number.POSITIVE_INFINITY;
  pen.font = `12px ${font}`;
  return Math.ceil(Math.max(0, ...names.map((name) => pen.measureText(name).width))) + SPARE;
}
