import { defaultProcedure, type Person, type Role } from '@rectify/engine';
import type { Chance } from './chance.ts';
import { placeOf } from './regions.ts';

const { inspection, licensing, supervision, review, power } = defaultProcedure.offices;

/** Who acts for an office in a region, and how many of them there are. Their ids are no names. */
const desks = {
  inspector: { role: 'inspector', office: inspection, people: 9 },
  publicSecurity: { role: 'inspector', office: 'public-security', people: 5 },
  powerInspector: { role: 'inspector', office: power, people: 4 },
  supervisor: { role: 'supervisor', office: supervision, people: 5 },
  licensing: { role: 'licensing', office: licensing, people: 4 },
  powerLicensing: { role: 'licensing', office: power, people: 3 },
  socialSecurity: { role: 'licensing', office: 'social-security', people: 3 },
  reviewer: { role: 'reviewer', office: review, people: 3 },
} as const satisfies Record<string, { role: Role; office: string; people: number }>;

/** A desk of an office. */
export type Desk = keyof typeof desks;

/** Anyone at a desk in a region; where `not` is that very person, the next one. */
export function someoneAt(desk: Desk, region: string, chance: Chance, not?: string): Person {
  const { role, office, people } = desks[desk];
  const drawn = chance.whole(1, people);
  const id = (number: number) => `${role}-${office}-${placeOf(region).toLowerCase()}-${number}`;
  return official(id(drawn) === not ? id((drawn % people) + 1) : id(drawn), role, office, [region]);
}

/** Somebody who acts in all regions, for campaigns. */
export const headOfSupervision: Person = official('supervisor-head', 'supervisor', supervision, 'all');

/** Who publishes procedures. */
export const administrator: Person = official('admin-1', 'admin', 'administration', 'all');

/** The owner's side of a mine, acting for its operator. */
export function ownerOf(mineId: string, operator: string): Person {
  return { id: `owner-${operator}`, role: 'owner', office: 'owner', regions: [], mines: [mineId], operator };
}

/** An operator with an obviously invented name; a few have many mines, most have one or two. */
export function drawnOperator(mines: number, chance: Chance): { readonly id: string; readonly name: string } {
  const number = 1 + Math.floor((mines / 2.5) * chance.fraction() ** 1.5);
  return { id: `op-${number}`, name: `Generated operator ${number}` };
}

function official(id: string, role: Role, office: string, regions: Person['regions']): Person {
  return { id, role, office, regions, mines: [] };
}
