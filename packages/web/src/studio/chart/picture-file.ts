import type { ChartLook } from './chart-look.ts';
import type { Drawing } from './chart-option.ts';
import { init } from './echarts.ts';
import { wholeOption } from './whole-option.ts';
import { wrapped } from './wrapped.ts';

/** What stands around a picture in a file, so that it explains itself wherever it goes. */
export interface Lettering {
  readonly finding: string;
  /** Method, clock, and where it is from, a paragraph each. */
  readonly notes: readonly string[];
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;

/** How much finer than the drawing an image of dots is. */
const FINENESS = 2;

/** A picture with its finding above and its notes beneath, as an SVG document of its own. */
export function svgOf(drawing: Drawing, look: ChartLook, { finding, notes }: Lettering): SVGSVGElement {
  const within = look.width - 2 * MARGIN;
  const inner = { ...look, width: within };
  const height = drawing.height(inner.narrow);
  const head = letters(wrapped(finding, within, `600 20px ${look.font}`), {
    ...look,
    size: 20,
    weight: 600,
    top: MARGIN,
  });
  const foot = notes.flatMap((note) => wrapped(note, within, `12px ${look.font}`));
  const below = head.bottom + 12 + height + 12;
  const tail = letters(foot, { ...look, ink: look.quiet, size: 12, weight: 400, top: below });
  const svg = element('svg', { width: look.width, height: tail.bottom + MARGIN });
  svg.append(element('rect', { width: '100%', height: '100%', fill: look.paper }), head.text);
  svg.append(chartWithin(drawing, inner, height, head.bottom + 12), tail.text);
  return svg;
}

/** The same as an image of dots. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * FINENESS;
    canvas.height = image.height * FINENESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser cannot write images.')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** An SVG document as text. */
export function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(svg);
}

function chartWithin(drawing: Drawing, look: ChartLook, height: number, top: number): Element {
  const place = document.createElement('div');
  const chart = init(place, null, { renderer: 'svg', width: look.width, height });
  try {
    chart.setOption({ animation: false, ...wholeOption(drawing, look) });
    chart.getZr().flush();
    const drawn = place.querySelector('svg')?.cloneNode(true);
    if (!(drawn instanceof SVGSVGElement)) throw new Error('The picture was not drawn.');
    drawn.setAttribute('x', String(MARGIN));
    drawn.setAttribute('y', String(top));
    drawn.removeAttribute('style');
    return drawn;
  } finally {
    chart.dispose();
  }
}

/** Lines of text one beneath the other, and where they end. */
function letters(
  lines: readonly string[],
  { size, weight, top, ink, font }: Pick<ChartLook, 'ink' | 'font'> & { size: number; weight: number; top: number },
): { readonly text: Element; readonly bottom: number } {
  const step = Math.round(size * 1.35);
  const text = element('text', { fill: ink, 'font-family': font, 'font-size': size, 'font-weight': weight });
  for (const [index, line] of lines.entries()) {
    const span = element('tspan', { x: MARGIN, y: top + size + index * step });
    span.textContent = line;
    text.append(span);
  }
  return { text, bottom: top + lines.length * step };
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}
