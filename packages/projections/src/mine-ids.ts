import { z } from 'zod';

const row = z.object({ mine_id: z.string() });
const rows = z.array(row);

/** The mine that a row with the column `mine_id` is about. */
export function mineIdIn(found: unknown): string {
  return row.parse(found).mine_id;
}

/** The mines that rows with the column `mine_id` are about, in their order. */
export function mineIdsIn(found: unknown): string[] {
  return rows.parse(found).map(({ mine_id }) => mine_id);
}
