import { defaultProcedure, type Person, type Role } from '@rectify/engine';

/** The parts that people play in a mine's story: a role, and the office they act for. */
export type Part =
  | 'inspector'
  | 'publicSecurity'
  | 'powerInspector'
  | 'supervisor'
  | 'otherSupervisor'
  | 'licensing'
  | 'power'
  | 'socialSecurity'
  | 'reviewer'
  | 'owner';

/** The people of a mine's story, and which mine it is. */
export interface People extends Readonly<Record<Part, Person>> {
  readonly mineId: string;
}

const { inspection, supervision, licensing, review, power } = defaultProcedure.offices;

/** Who they are: ids without names; each region has two of every official, and the mines take turns. */
export function peopleOf({ mineId, region, operatorId }: Record<'mineId' | 'region' | 'operatorId', string>): People {
  const place = region.slice(-2).toLowerCase();
  const pair = 2 - (Number(mineId.slice(-4)) % 2);
  const official = (role: Role, office: string, name: string): Person => ({
    id: `${name}-${place}-${pair}`,
    role,
    office,
    regions: [region],
    mines: [],
  });
  const supervisor = official('supervisor', supervision, 'supervisor');
  return {
    mineId,
    inspector: official('inspector', inspection, 'inspector'),
    publicSecurity: official('inspector', 'public-security', 'inspector-public-security'),
    powerInspector: official('inspector', power, 'inspector-power'),
    supervisor,
    otherSupervisor: { ...supervisor, id: `supervisor-${place}-${3 - pair}` },
    licensing: official('licensing', licensing, 'licensing'),
    power: official('licensing', power, 'licensing-power'),
    socialSecurity: official('licensing', 'social-security', 'licensing-social-security'),
    reviewer: official('reviewer', review, 'reviewer'),
    owner: { id: `owner-${operatorId}`, role: 'owner', office: 'owner', regions: [], mines: [mineId] },
  };
}
