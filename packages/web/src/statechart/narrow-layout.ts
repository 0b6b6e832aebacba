import type { ChartValue } from '@rectify/engine/rectification';
import { beneath } from './beneath.ts';
import type { Place } from './geometry.ts';
import type { Layout, Line, RegionLayout } from './layout.ts';

const height = 44;
/** Free lines left and right of the states, along which ways run that skip some. */
const left = 6;
const right = 352;

const operation: RegionLayout<ChartValue['operation']> = {
  title: [0, 0],
  places: {
    operating: { x: 28, y: 24, width: 302, height },
    'closed.awaitingInspection': { x: 28, y: 142, width: 138, height },
    'closed.inspecting': { x: 192, y: 142, width: 138, height },
    'closed.remediating': { x: 192, y: 222, width: 138, height },
    'closed.awaitingReinspection': { x: 28, y: 222, width: 138, height },
    inspected: { x: 28, y: 306, width: 302, height },
    licensed: { x: 28, y: 374, width: 302, height },
    reopened: { x: 28, y: 462, width: 302, height },
    decommissioned: { x: 28, y: 550, width: 302, height },
  },
  ways: [
    {
      from: 'operating',
      leave: ['bottom', 0.23],
      to: 'closed.awaitingInspection',
      arrive: ['top', 0.5],
      usual: true,
    },
    {
      from: 'closed.awaitingInspection',
      leave: ['right', 0.5],
      to: 'closed.inspecting',
      arrive: ['left', 0.5],
      usual: true,
    },
    { from: 'closed.inspecting', leave: ['bottom', 0.6], to: 'closed.remediating', arrive: ['top', 0.6], usual: true },
    {
      from: 'closed.remediating',
      leave: ['left', 0.5],
      to: 'closed.awaitingReinspection',
      arrive: ['right', 0.5],
      usual: true,
    },
    {
      from: 'closed.awaitingReinspection',
      leave: ['top', 0.7],
      bends: [
        [124.6, 210],
        [219.6, 210],
      ],
      to: 'closed.inspecting',
      arrive: ['bottom', 0.2],
      usual: true,
    },
    {
      from: 'closed.inspecting',
      leave: ['right', 0.5],
      bends: [
        [right - 10, 164],
        [right - 10, 290],
        [310, 290],
      ],
      to: 'inspected',
      arrive: ['top', 0.934],
      usual: true,
    },
    { from: 'inspected', leave: ['bottom', 0.5], to: 'licensed', arrive: ['top', 0.5], usual: true },
    { from: 'licensed', leave: ['bottom', 0.5], to: 'reopened', arrive: ['top', 0.5], usual: true },
    {
      from: 'reopened',
      leave: ['left', 0.5],
      bends: [
        [14, 484],
        [14, 164],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['left', 0.5],
      usual: true,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.08],
      bends: [
        [203.04, 196],
        [108, 196],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['bottom', 0.58],
      usual: false,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.4],
      bends: [
        [247.2, 203],
        [83.2, 203],
      ],
      to: 'closed.awaitingReinspection',
      arrive: ['top', 0.4],
      usual: false,
    },
    { from: 'licensed', leave: ['top', 0.75], to: 'inspected', arrive: ['bottom', 0.75], usual: false },
  ],
  detour: (from, to) => beside(operation.places[from], operation.places[to]),
};

/** States in the left column are left and met from the left, all others from the right. */
function beside(start: Place, end: Place): Line {
  const leftwards = start.x + start.width < 192 || end.x + end.width < 192;
  const side = leftwards ? 'left' : 'right';
  const lane = leftwards ? left : right;
  return {
    leave: [side, 0.3],
    bends: [
      [lane, start.y + start.height * 0.3],
      [lane, end.y + end.height * 0.7],
    ],
    arrive: [side, 0.7],
  };
}

const appeal: RegionLayout<ChartValue['appeal']> = {
  title: [0, 630],
  places: {
    none: { x: 0, y: 642, width: 102, height },
    'lodged.unstayed': { x: 128, y: 642, width: 102, height },
    'lodged.stayed': { x: 256, y: 642, width: 102, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'lodged.unstayed', arrive: ['left', 0.5], usual: true },
    { from: 'lodged.unstayed', leave: ['right', 0.5], to: 'lodged.stayed', arrive: ['left', 0.5], usual: true },
  ],
  detour: (from, to) => beneath(appeal.places[from], appeal.places[to], 696),
};

const power: RegionLayout<ChartValue['power']> = {
  title: [0, 722],
  places: {
    none: { x: 0, y: 734, width: 78, height },
    ordered: { x: 93, y: 734, width: 78, height },
    curtailed: { x: 186, y: 734, width: 78, height },
    relocating: { x: 279, y: 734, width: 79, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'ordered', arrive: ['left', 0.5], usual: true },
    { from: 'ordered', leave: ['right', 0.5], to: 'curtailed', arrive: ['left', 0.5], usual: true },
    { from: 'curtailed', leave: ['right', 0.5], to: 'relocating', arrive: ['left', 0.5], usual: true },
  ],
  detour: (from, to) => beneath(power.places[from], power.places[to], 788),
};

/** The chart for a phone: the way to reopening from top to bottom, the other regions beneath. */
export const narrowLayout: Layout = {
  width: 358,
  height: 796,
  closed: { x: 20, y: 112, width: 318, height: 166 },
  zones: [
    { word: 'running', from: [28, 18], to: [330, 18], text: [28, 12] },
    { word: 'shut', from: [20, 100], to: [338, 100], text: [190, 94] },
    { word: 'running', from: [28, 450], to: [330, 450], text: [190, 444] },
  ],
  operation,
  appeal,
  power,
};
