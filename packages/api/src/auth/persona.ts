import { defaultProcedure, mineId, type Role, region, role } from '@rectify/engine';
import { z } from 'zod';
import { type Caller, caller } from './claims.ts';

/** Whom to sign in as, in dev mode; what is left out is filled in from the role. */
export const persona = z
  .strictObject({
    role,
    actor: caller.shape.id.optional(),
    name: caller.shape.name.optional(),
    office: caller.shape.office.optional(),
    regions: z.union([z.literal('all'), z.array(region).max(500)]).optional(),
    mines: z.array(mineId).max(500).optional(),
    operator: caller.shape.operator.meta({
      description: 'The operator that an owner acts for; the present one of each mine if none is named',
    }),
  })
  .meta({ id: 'Persona' });

/** {@link persona} as a type. */
export type Persona = z.infer<typeof persona>;

const { offices } = defaultProcedure;

const officeOf: Readonly<Record<Role, string>> = {
  inspector: offices.inspection,
  supervisor: offices.supervision,
  licensing: offices.licensing,
  reviewer: offices.review,
  owner: 'owner',
  analyst: 'analysis',
  admin: 'administration',
  system: 'system',
};

/** The caller that a persona stands for: one actor `<role>-1` of the role's office, in all regions, owning no mines, unless it says otherwise. */
export function callerOf({
  role,
  actor = `${role}-1`,
  name = actor,
  office = officeOf[role],
  regions = 'all',
  mines = [],
  operator,
}: Persona): Caller {
  return { id: actor, role, office, regions, mines, name, ...(operator !== undefined && { operator }) };
}

/** People to try Rectify as: each official role, a second one where four eyes need another person, an analyst, and an administrator. */
export const demonstrationPersonas: readonly Persona[] = (
  [
    ['inspector', 1],
    ['inspector', 2],
    ['supervisor', 1],
    ['supervisor', 2],
    ['licensing', 1],
    ['reviewer', 1],
    ['analyst', 1],
    ['admin', 1],
  ] as const
).map(([role, number]) => ({ role, actor: `${role}-${number}`, office: officeOf[role] }));
