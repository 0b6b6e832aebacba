import type { ChartValue } from '@rectify/engine/rectification';
import { across, beneath } from './beneath.ts';
import type { Layout, Line, RegionLayout } from './layout.ts';

const height = 48;
const upper = 84;
const lower = 172;
/** Free lines above and below the states, along which unusual ways run. */
const above = 44;
const below = 246;

const operation: RegionLayout<ChartValue['operation']> = {
  title: [0, 0],
  places: {
    operating: { x: 0, y: upper, width: 104, height },
    'closed.awaitingInspection': { x: 136, y: upper, width: 168, height },
    'closed.inspecting': { x: 328, y: upper, width: 168, height },
    'closed.remediating': { x: 328, y: lower, width: 168, height },
    'closed.awaitingReinspection': { x: 136, y: lower, width: 168, height },
    inspected: { x: 528, y: upper, width: 104, height },
    licensed: { x: 652, y: upper, width: 104, height },
    reopened: { x: 776, y: upper, width: 104, height },
    decommissioned: { x: 572, y: lower, width: 140, height },
  },
  ways: [
    { from: 'operating', leave: ['right', 0.5], to: 'closed.awaitingInspection', arrive: ['left', 0.5], usual: true },
    {
      from: 'closed.awaitingInspection',
      leave: ['right', 0.5],
      to: 'closed.inspecting',
      arrive: ['left', 0.5],
      usual: true,
    },
    { from: 'closed.inspecting', leave: ['bottom', 0.7], to: 'closed.remediating', arrive: ['top', 0.7], usual: true },
    {
      from: 'closed.remediating',
      leave: ['left', 0.5],
      to: 'closed.awaitingReinspection',
      arrive: ['right', 0.5],
      usual: true,
    },
    {
      from: 'closed.awaitingReinspection',
      leave: ['top', 0.75],
      bends: [
        [262, 160],
        [361.6, 160],
      ],
      to: 'closed.inspecting',
      arrive: ['bottom', 0.2],
      usual: true,
    },
    { from: 'closed.inspecting', leave: ['right', 0.5], to: 'inspected', arrive: ['left', 0.5], usual: true },
    { from: 'inspected', leave: ['right', 0.5], to: 'licensed', arrive: ['left', 0.5], usual: true },
    { from: 'licensed', leave: ['right', 0.5], to: 'reopened', arrive: ['left', 0.5], usual: true },
    {
      from: 'reopened',
      leave: ['top', 0.5],
      bends: [
        [828, 34],
        [220, 34],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['top', 0.5],
      usual: true,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.08],
      bends: [
        [341.44, 144],
        [233.44, 144],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['bottom', 0.58],
      usual: false,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.4],
      bends: [
        [395.2, 152],
        [208.24, 152],
      ],
      to: 'closed.awaitingReinspection',
      arrive: ['top', 0.43],
      usual: false,
    },
    {
      from: 'licensed',
      leave: ['top', 0.3],
      bends: [
        [683.2, 66],
        [600.8, 66],
      ],
      to: 'inspected',
      arrive: ['top', 0.7],
      usual: false,
    },
  ],
  detour: (from, to) => around(from, to),
};

/** The upper states are left and met from above, the lower ones from below. */
function around(from: ChartValue['operation'], to: ChartValue['operation']): Line {
  const start = operation.places[from];
  const end = operation.places[to];
  if (to === 'decommissioned' && (from === 'inspected' || from === 'licensed')) {
    const along = from === 'inspected' ? 0.2 : 0.8;
    return {
      leave: ['bottom', 0.5],
      bends: [
        [across(start, 0.5), 152],
        [across(end, along), 152],
      ],
      arrive: ['top', along],
    };
  }
  if (to === 'decommissioned' && from.startsWith('closed.') && start.y === upper) {
    const gap = 518;
    return {
      leave: ['top', 0.6],
      bends: [
        [across(start, 0.6), above],
        [gap, above],
        [gap, lower + height / 2],
      ],
      arrive: ['left', 0.5],
    };
  }
  if (to === 'closed.awaitingInspection' && start.y === lower) {
    const gap = 114;
    return {
      leave: ['bottom', 0.4],
      bends: [
        [across(start, 0.4), below],
        [gap, below],
        [gap, upper + height * 0.75],
      ],
      arrive: ['left', 0.75],
    };
  }
  const fromBelow = start.y === lower || to === 'decommissioned';
  const lane = fromBelow ? below : above;
  return {
    leave: [fromBelow ? 'bottom' : 'top', 0.4],
    bends: [
      [across(start, 0.4), lane],
      [across(end, 0.6), lane],
    ],
    arrive: [fromBelow ? 'bottom' : 'top', 0.6],
  };
}

const appeal: RegionLayout<ChartValue['appeal']> = {
  title: [0, 301],
  places: {
    none: { x: 136, y: 272, width: 168, height },
    'lodged.unstayed': { x: 328, y: 272, width: 168, height },
    'lodged.stayed': { x: 528, y: 272, width: 160, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'lodged.unstayed', arrive: ['left', 0.5], usual: true },
    { from: 'lodged.unstayed', leave: ['right', 0.5], to: 'lodged.stayed', arrive: ['left', 0.5], usual: true },
  ],
  detour: (from, to) => beneath(appeal.places[from], appeal.places[to], 330),
};

const power: RegionLayout<ChartValue['power']> = {
  title: [0, 375],
  places: {
    none: { x: 136, y: 346, width: 168, height },
    ordered: { x: 328, y: 346, width: 168, height },
    curtailed: { x: 528, y: 346, width: 160, height },
    relocating: { x: 720, y: 346, width: 160, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'ordered', arrive: ['left', 0.5], usual: true },
    { from: 'ordered', leave: ['right', 0.5], to: 'curtailed', arrive: ['left', 0.5], usual: true },
    { from: 'curtailed', leave: ['right', 0.5], to: 'relocating', arrive: ['left', 0.5], usual: true },
  ],
  detour: (from, to) => beneath(power.places[from], power.places[to], 404),
};

/** The chart for a desk: the way to reopening in one row, the other regions beneath. */
export const wideLayout: Layout = {
  width: 880,
  height: 408,
  roomy: false,
  closed: { x: 124, y: 56, width: 384, height: 176 },
  zones: [
    { word: 'running', from: [0, 20], to: [104, 20], text: [0, 13] },
    { word: 'shut', from: [124, 20], to: [756, 20], text: [124, 13] },
    { word: 'running', from: [776, 20], to: [880, 20], text: [776, 13] },
  ],
  operation,
  appeal,
  power,
};
