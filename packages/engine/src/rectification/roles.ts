import { z } from 'zod';

/** The roles of domain.md, "Who may do and see what". */
export const role = z.enum(['inspector', 'supervisor', 'licensing', 'reviewer', 'owner', 'analyst', 'admin', 'system']);

/** A role. */
export type Role = z.infer<typeof role>;

/** The roles that act for an authority. */
export const officials: readonly Role[] = ['inspector', 'supervisor', 'licensing', 'reviewer'];

/** Who did something, as recorded with every fact: an id, the role and office they acted in. */
export const actor = z.strictObject({ id: z.string().min(1).max(200), role, office: z.string().min(1).max(200) });

/** {@link actor} as a type. */
export type Actor = z.infer<typeof actor>;

/** Someone with rights: an actor, the regions they act in (`all` for every region) and the mines they own. */
export interface Person extends Actor {
  readonly regions: readonly string[] | 'all';
  readonly mines: readonly string[];
  /** The operator that an owner acts for; the present one of each of their mines if none is named. */
  readonly operator?: string | undefined;
}

/** The actor as it is recorded, without the rights. */
export function actorOf({ id, role, office }: Actor): Actor {
  return { id, role, office };
}
