import type { Place, Point } from '../../src/statechart/geometry.ts';
import { type Region, setOfStates } from './steps.ts';

/** A line of the drawing for all steps of a region from some states to some others, and where its words stand. */
export interface Edge {
  readonly region: Region;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly line: readonly Point[];
  readonly words: Words;
}

/** Where the first of an edge's lines of words stands, from which side, and how many characters a line holds. */
interface Words {
  readonly at: Point;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly characters?: number;
}

/** A state's place. */
export interface StatePlace extends Place {
  readonly region: Region;
  readonly state: string;
}

/** A box around states, with its title. */
export interface Box extends Place {
  readonly title: string;
  /** Around a whole region. */
  readonly outer: boolean;
}

/** The size of the drawing. */
export const size = { width: 1000, height: 1392 } as const;

const outer = (title: string, y: number, height: number): Box => ({ title, outer: true, x: 10, y, width: 980, height });
const inner = (title: string, x: number, y: number, width: number, height: number): Box => ({
  title,
  outer: false,
  x,
  y,
  width,
  height,
});

/** The boxes around states, outer ones first. */
export const boxes: readonly Box[] = [
  outer('Operation', 10, 760),
  inner('running', 60, 50, 880, 86),
  inner('shut', 60, 270, 880, 384),
  inner('closed', 100, 306, 510, 290),
  outer('Appeal', 786, 250),
  inner('lodged', 470, 816, 496, 150),
  outer('Power', 1052, 312),
  inner('not moving', 40, 1082, 920, 132),
];

const place = (region: Region, state: string, x: number, y: number, width = 150): StatePlace => ({
  region,
  state,
  x,
  y,
  width,
  height: 46,
});

/** Where each state stands. */
export const places: readonly StatePlace[] = [
  place('operation', 'operating', 90, 76),
  place('operation', 'reopened', 770, 76),
  place('operation', 'closed.awaitingInspection', 124, 340, 176),
  place('operation', 'closed.inspecting', 430, 340, 170),
  place('operation', 'closed.remediating', 430, 530, 170),
  place('operation', 'closed.awaitingReinspection', 124, 530, 176),
  place('operation', 'inspected', 740, 340, 180),
  place('operation', 'licensed', 740, 530, 180),
  place('operation', 'decommissioned', 430, 708),
  place('appeal', 'none', 60, 862),
  place('appeal', 'lodged.unstayed', 500, 862),
  place('appeal', 'lodged.stayed', 790, 862),
  place('power', 'none', 60, 1130),
  place('power', 'ordered', 370, 1130),
  place('power', 'curtailed', 740, 1130),
  place('power', 'relocating', 370, 1270),
];

const running = setOfStates('running');
const shut = setOfStates('shut');
const lodged = ['lodged.unstayed', 'lodged.stayed'];

const operation = (from: readonly string[], to: readonly string[], line: readonly Point[], words: Words): Edge => ({
  region: 'operation',
  from,
  to,
  line,
  words,
});
const appeal = (from: readonly string[], to: readonly string[], line: readonly Point[], words: Words): Edge => ({
  region: 'appeal',
  from,
  to,
  line,
  words,
});
const power = (from: readonly string[], to: readonly string[], line: readonly Point[], words: Words): Edge => ({
  region: 'power',
  from,
  to,
  line,
  words,
});

/** Every line of the drawing; a step belongs to the first that leads from its state to its target. */
export const edges: readonly Edge[] = [
  operation(
    ['closed.awaitingInspection'],
    ['closed.inspecting'],
    [
      [300, 352],
      [430, 352],
    ],
    { at: [365, 346], anchor: 'middle' },
  ),
  operation(
    ['closed.inspecting'],
    ['closed.awaitingInspection'],
    [
      [430, 374],
      [300, 374],
    ],
    { at: [365, 402], anchor: 'middle', characters: 32 },
  ),
  operation(
    ['closed.awaitingReinspection'],
    ['closed.inspecting'],
    [
      [200, 530],
      [200, 442],
      [470, 442],
      [470, 386],
    ],
    { at: [335, 437], anchor: 'middle' },
  ),
  operation(
    ['closed.inspecting'],
    ['closed.awaitingReinspection'],
    [
      [500, 386],
      [500, 494],
      [260, 494],
      [260, 530],
    ],
    { at: [380, 466], anchor: 'middle', characters: 32 },
  ),
  operation(
    ['closed.inspecting'],
    ['closed.remediating'],
    [
      [560, 386],
      [560, 530],
    ],
    { at: [552, 514], anchor: 'end' },
  ),
  operation(
    ['closed.remediating'],
    ['closed.awaitingReinspection'],
    [
      [430, 552],
      [300, 552],
    ],
    { at: [365, 546], anchor: 'middle' },
  ),
  operation(
    ['closed.inspecting'],
    ['inspected'],
    [
      [600, 362],
      [740, 362],
    ],
    { at: [680, 356], anchor: 'middle' },
  ),
  operation(
    ['inspected'],
    ['licensed'],
    [
      [756, 386],
      [756, 530],
    ],
    { at: [748, 424], anchor: 'end' },
  ),
  operation(
    ['licensed'],
    ['inspected'],
    [
      [908, 530],
      [908, 386],
    ],
    { at: [900, 436], anchor: 'end', characters: 22 },
  ),
  operation(
    ['licensed'],
    ['reopened'],
    [
      [920, 552],
      [931, 552],
      [931, 210],
      [880, 210],
      [880, 122],
    ],
    { at: [872, 206], anchor: 'end' },
  ),
  operation(
    running,
    ['closed.awaitingInspection'],
    [
      [212, 136],
      [212, 340],
    ],
    { at: [222, 162] },
  ),
  operation(
    shut,
    ['closed.awaitingInspection'],
    [
      [80, 654],
      [80, 362],
      [124, 362],
    ],
    { at: [92, 618] },
  ),
  operation(
    shut,
    running,
    [
      [690, 270],
      [690, 136],
    ],
    { at: [680, 222], anchor: 'end' },
  ),
  operation(
    running,
    ['decommissioned'],
    [
      [60, 93],
      [30, 93],
      [30, 731],
      [430, 731],
    ],
    { at: [42, 690], characters: 62 },
  ),
  operation(
    shut,
    ['decommissioned'],
    [
      [505, 654],
      [505, 708],
    ],
    { at: [515, 680] },
  ),

  appeal(
    ['none'],
    ['lodged.unstayed'],
    [
      [210, 874],
      [500, 874],
    ],
    { at: [340, 868], anchor: 'middle' },
  ),
  appeal(
    lodged,
    ['none'],
    [
      [470, 896],
      [210, 896],
    ],
    { at: [40, 930], characters: 66 },
  ),
  appeal(
    ['lodged.unstayed'],
    ['lodged.stayed'],
    [
      [650, 874],
      [790, 874],
    ],
    { at: [720, 868], anchor: 'middle' },
  ),
  appeal(
    ['lodged.stayed'],
    ['lodged.unstayed'],
    [
      [790, 896],
      [650, 896],
    ],
    { at: [500, 930], characters: 70 },
  ),

  power(
    ['none'],
    ['ordered'],
    [
      [210, 1142],
      [370, 1142],
    ],
    { at: [290, 1136], anchor: 'middle' },
  ),
  power(
    ['ordered'],
    ['none'],
    [
      [370, 1164],
      [210, 1164],
    ],
    { at: [290, 1180], anchor: 'middle', characters: 24 },
  ),
  power(
    ['ordered'],
    ['curtailed'],
    [
      [520, 1142],
      [740, 1142],
    ],
    { at: [630, 1136], anchor: 'middle' },
  ),
  power(
    ['curtailed'],
    ['ordered'],
    [
      [740, 1164],
      [520, 1164],
    ],
    { at: [630, 1180], anchor: 'middle', characters: 24 },
  ),
  power(
    ['curtailed'],
    ['none'],
    [
      [815, 1130],
      [815, 1108],
      [135, 1108],
      [135, 1130],
    ],
    { at: [475, 1103], anchor: 'middle' },
  ),
  power(
    ['none', 'ordered', 'curtailed'],
    ['relocating'],
    [
      [400, 1214],
      [400, 1270],
    ],
    { at: [392, 1246], anchor: 'end' },
  ),
  power(
    ['relocating'],
    ['ordered'],
    [
      [480, 1270],
      [480, 1176],
    ],
    { at: [488, 1240], characters: 28 },
  ),
  power(
    ['relocating'],
    ['curtailed'],
    [
      [520, 1293],
      [815, 1293],
      [815, 1176],
    ],
    { at: [530, 1312] },
  ),
  power(
    ['relocating'],
    ['none'],
    [
      [370, 1293],
      [110, 1293],
      [110, 1176],
    ],
    { at: [40, 1312], characters: 54 },
  ),
];
