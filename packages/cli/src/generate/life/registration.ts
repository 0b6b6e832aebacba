import type { EventData, Person, RegisterCommand } from '@rectify/engine';
import { inOfficeHours, writtenDay } from '../beijing.ts';
import type { Chance } from '../chance.ts';
import { drawnLength } from '../durations.ts';
import { drawnOperator, someoneAt } from '../people.ts';
import { drawnRegion, placeOf } from '../regions.ts';
import type { Setting } from '../setting.ts';
import { within } from '../window.ts';

/** The registration of a mine as it is sent, and when, in milliseconds. */
export interface Registration extends Pick<RegisterCommand, 'occurredAt' | 'occurredAtPrecision'> {
  readonly at: number;
  readonly mineId: string;
  readonly person: Person;
  readonly data: EventData<'MineRegistered'>;
}

/**
 * The registration of the mine of a number: the first ones at the beginning of the window, ever fewer towards its end. Most capacities are
 * in megawatts, some in hash rate. One in fifteen comes to the register some days after the mine began.
 */
export function registrationOf(number: number, { mines, window }: Setting, chance: Chance): Registration {
  const region = drawnRegion(chance);
  const mineId = `${placeOf(region)}-${String(number).padStart(7, '0')}`;
  const share = (number - 1 + chance.fraction()) / mines;
  const began = within(window, 0.001 + 0.95 * share ** 1.8);
  const late = chance.happens(0.07) ? drawnLength(chance, 'late record') : 0;
  const at = Math.min(inOfficeHours(began + late, chance), window.to);
  const data: EventData<'MineRegistered'> = {
    mineId,
    name: `Generated mine ${number}`,
    region,
    operator: drawnOperator(mines, chance),
    capacity: capacity(chance),
    ...(chance.happens(0.4) && { site: `Generated site ${number}` }),
    ...(region === 'CN-XJ' && chance.happens(0.1) && { origin: { region: 'CN-SC', reason: 'Floods', stated: true } }),
  };
  const told = late > 0 ? { occurredAt: writtenDay(began), occurredAtPrecision: 'day' as const } : {};
  return { at, mineId, person: someoneAt('inspector', region, chance), data, ...told };
}

function capacity(chance: Chance): EventData<'MineRegistered'>['capacity'] {
  const megawatts = Math.round(10 * Math.exp(2.3 + 0.8 * chance.normal())) / 10;
  return chance.happens(0.15)
    ? { amount: Math.max(1, Math.round(megawatts * 11)), unit: 'PH/s' }
    : { amount: Math.max(0.5, megawatts), unit: 'MW' };
}
