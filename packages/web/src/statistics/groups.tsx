import type { StatisticsAnswer } from '../api/answers.ts';
import { GroupChooser } from './group-chooser.tsx';
import { GroupTable } from './group-table.tsx';
import { groupings, type StatisticsSearch } from './statistics-search.ts';

/** The same figures group by group. */
export function Groups({ answer, search }: { readonly answer: StatisticsAnswer; readonly search: StatisticsSearch }) {
  const by = search.groupBy ?? 'region';
  return (
    <>
      <GroupChooser by={by} usual="region" choices={groupings} />
      <GroupTable groups={answer.groups ?? []} by={by} />
    </>
  );
}
