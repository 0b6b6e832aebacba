import { type ChartRegion, owningRegion } from '../catalogue.ts';
import type { ChartCondition } from '../chart-conditions.ts';
import { type ChartValue, chartValue } from '../chart-value.ts';
import { type EventType, eventTypes } from '../events/events.ts';
import type { RegionState, RegionTable } from './region-tables.ts';

/** One state in each region, and what every event can do there. */
export interface Place {
  /** The same object wherever the place is met. */
  readonly value: ChartValue;
  /** The events that there is a step for, in the order of the vocabulary. */
  readonly steps: ReadonlyMap<EventType, Step>;
}

/** What an event can do at a place: each region takes the first of its ways whose condition holds, if any. */
export interface Step {
  readonly owning: readonly Way[];
  readonly following: readonly (readonly Way[])[];
}

/** A way that a region can go, as a distance: added up over the regions, they lead from a place's index to that of the next. */
export interface Way {
  readonly distance: number;
  readonly holds: ChartCondition;
}

/** Every place of the chart: each state of each region with each of the others. */
export interface Places {
  readonly places: readonly Place[];
  /** What each state of a region adds to the index of a place. */
  readonly offsets: Readonly<Record<ChartRegion, Offsets>>;
}

type Offsets = ReadonlyMap<string, number>;

/** A state of a region with its ways. */
interface Part {
  readonly region: ChartRegion;
  readonly name: string;
  readonly ways: ReadonlyMap<EventType, readonly Way[]>;
}

const owners = eventTypes.map((type) => ({ type, owner: owningRegion(type) }));

/** Lays out the places of some regions. */
export function placesOf(tables: readonly RegionTable[]): Places {
  const offsets = {
    operation: offsetsOf('operation', tables),
    appeal: offsetsOf('appeal', tables),
    power: offsetsOf('power', tables),
  };
  const places = tables
    .map(({ region, states }) => states.map((state) => partOf(state, region, offsets[region])))
    .reduce<readonly (readonly Part[])[]>(
      (combinations, states) => combinations.flatMap((parts) => states.map((part) => [...parts, part])),
      [[]],
    )
    .map(placeOf);
  return { places, offsets };
}

/** States of the last region are neighbours; those of another lie as far apart as the regions after it have combinations. */
function offsetsOf(region: ChartRegion, tables: readonly RegionTable[]): Offsets {
  const place = tables.findIndex((table) => table.region === region);
  const distance = tables.slice(place + 1).reduce((product, { states }) => product * states.length, 1);
  return new Map(tables[place]?.states.map(({ name }, index) => [name, index * distance]));
}

function partOf({ name, transitions }: RegionState, region: ChartRegion, offsets: Offsets): Part {
  const distanceTo = (state: string) => Number(offsets.get(state)) - Number(offsets.get(name));
  const ways = [...transitions].map(
    ([type, all]) => [type, all.map(({ to, holds }) => ({ distance: distanceTo(to ?? name), holds }))] as const,
  );
  return { region, name, ways: new Map(ways) };
}

function placeOf(parts: readonly Part[]): Place {
  const value = chartValue.parse(Object.fromEntries(parts.map(({ region, name }) => [region, name])));
  const steps = owners.flatMap(({ type, owner }): [EventType, Step][] => {
    const owning = parts.find(({ region }) => region === owner)?.ways.get(type);
    if (!owning) return [];
    const others = parts.filter(({ region, ways }) => region !== owner && ways.has(type));
    return [[type, { owning, following: others.map(({ ways }) => ways.get(type) ?? []) }]];
  });
  return { value: Object.freeze(value), steps: new Map(steps) };
}
