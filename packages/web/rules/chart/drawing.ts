import { type MineStatus, operationState, statusOf } from '@rectify/engine/rectification';
import { headPath, linePath } from '../../src/statechart/geometry.ts';
import { boxes, places, type StatePlace, size } from './edges.ts';
import { type Labelled, labelledEdges } from './labels.ts';
import { initialState, type Region } from './steps.ts';

/** How far apart lines of words are. */
const LINE = 14;

const colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>> = {
  light: {
    paper: '#fbfaf7',
    raised: '#ffffff',
    ink: '#1d1c19',
    quiet: '#59554c',
    hairline: '#c9c4b8',
    running: '#1c6b3c',
    closed: '#ac231b',
    inspected: '#8a5700',
    licensed: '#1f509e',
    over: '#625e56',
  },
  dark: {
    paper: '#171716',
    raised: '#1f1f1d',
    ink: '#ece9e2',
    quiet: '#aca79c',
    hairline: '#4a4842',
    running: '#74c492',
    closed: '#f28b80',
    inspected: '#e2b05a',
    licensed: '#8fb8f4',
    over: '#aca79c',
  },
};

const accents: Readonly<Record<MineStatus, string>> = {
  operating: 'running',
  reopened: 'running',
  closed: 'closed',
  inspected: 'inspected',
  licensed: 'licensed',
  decommissioned: 'over',
};

/** The statechart as a picture (SVG): every state, and every event that leads from one to another. @throws NotDrawn */
export function statechartDrawing(nameOf: (region: Region, state: string) => string): string {
  const labelled = labelledEdges(({ region }, state) => nameOf(region, state).toLowerCase());
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="title description" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif" font-size="11.5">`,
    '<title id="title">The statechart of a mine</title>',
    '<desc id="description">Three regions, operation, appeal and power, with their states and the events that lead from one to another. rules.md says the same in words.</desc>',
    `<style>${style()}</style>`,
    `<rect class="paper" width="${size.width}" height="${size.height}"/>`,
    ...boxes.map(
      ({ title, outer, x, y, width, height }) =>
        `<g class="${outer ? 'region' : 'box'}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/><text x="${x + 12}" y="${y + (outer ? 24 : 18)}">${title}</text></g>`,
    ),
    ...labelled.map(
      ({ edge: { line } }) =>
        `<g class="edge"><path d="${linePath(line, 8)}"/><path class="head" d="${headPath(line, 8)}"/></g>`,
    ),
    ...labelled.map(words),
    ...places.map((place) => state(place, nameOf(place.region, place.state))),
    `<text class="legend" x="22" y="${size.height - 10}">A dot marks where a mine begins. Events that change no state are not drawn: rules.md has them all.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function words({ edge: { words: placed }, lines }: Labelled): string {
  const [x, y] = placed.at;
  const spans = lines.map((line, index) => `<tspan x="${x}" y="${y + index * LINE}">${escaped(line)}</tspan>`);
  return `<text class="words" text-anchor="${placed.anchor ?? 'start'}">${spans.join('')}</text>`;
}

function state({ region, state: code, x, y, width, height }: StatePlace, name: string): string {
  const middle = x + width / 2;
  return [
    `<g class="state ${region === 'operation' ? accents[statusOf(operationState.parse(code))] : 'plain'}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    `<text class="name" x="${middle}" y="${y + 20}">${escaped(name)}</text>`,
    `<text class="code" x="${middle}" y="${y + 36}">${code}</text>`,
    code === initialState(region) ? `<circle cx="${x}" cy="${y}" r="5"/>` : '',
    '</g>',
  ].join('');
}

function style(): string {
  const variables = (appearance: 'light' | 'dark') =>
    `svg{${Object.entries(colours[appearance])
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(';')}}`;
  return [
    variables('light'),
    `@media (prefers-color-scheme:dark){${variables('dark')}}`,
    'text{fill:var(--ink)}',
    '.paper{fill:var(--paper)}',
    '.region rect{fill:var(--raised);stroke:var(--hairline)}',
    '.region text{font-size:15px;font-weight:700}',
    '.box rect{fill:none;stroke:var(--quiet);stroke-dasharray:4 4}',
    '.box text,.code,.legend{fill:var(--quiet)}',
    '.box text{font-style:italic}',
    '.edge path{fill:none;stroke:var(--ink);stroke-width:1.2}',
    '.edge .head{fill:var(--ink);stroke:none}',
    '.words{paint-order:stroke;stroke:var(--raised);stroke-width:4px;stroke-linejoin:round}',
    '.state{--accent:var(--quiet)}',
    ...[...new Set(Object.values(accents))].map((name) => `.${name}{--accent:var(--${name})}`),
    '.state rect{fill:var(--paper);stroke:var(--accent);stroke-width:1.8}',
    '.state circle{fill:var(--accent)}',
    '.state text{text-anchor:middle}',
    '.name{font-size:13.5px;font-weight:600}',
    '.code{font-size:10.5px}',
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
