import type { KnowledgeTable } from '../as-of/knowledge.ts';
import { mineVersions } from '../as-of/mine-versions.ts';
import { requestVersions } from '../as-of/request-versions.ts';
import { closures } from '../closures/closures-table.ts';
import { stretches } from '../closures/stretches-table.ts';
import { lateDeadlines, lossReports } from '../closures/told-tables.ts';

/** What is known of mines, by table. */
export const knownNames = ['versions', 'requests', 'closures', 'stretches', 'late', 'losses'] as const;

type KnownName = (typeof knownNames)[number];

/** Something for each of these tables. */
export type ByTable<T> = Readonly<Record<KnownName, T>>;

/** The tables themselves. */
export const knownTables: ByTable<KnowledgeTable> = {
  versions: mineVersions,
  requests: requestVersions,
  closures,
  stretches,
  late: lateDeadlines,
  losses: lossReports,
};

/** Makes something for each table. */
export function byTable<T>(made: (name: KnownName) => T): ByTable<T> {
  return {
    versions: made('versions'),
    requests: made('requests'),
    closures: made('closures'),
    stretches: made('stretches'),
    late: made('late'),
    losses: made('losses'),
  };
}
