import { expect } from '@jest/globals';
import { type FoldedMine, type Instants, milliseconds, workOf } from '@rectify/engine';
import {
  type ClosureAnswer,
  type MineDetail,
  mineCountsQuery,
  mineQuery,
  type Reads,
  workQuery,
} from '../src/index.ts';
import {
  asOfficial,
  closuresWith,
  inspector,
  licensing,
  minesWith,
  NOW,
  ownerOf,
  reviewer,
  secondSupervisor,
  supervisor,
} from './given.ts';

type Parameters = Record<string, string>;
type Value = string | number | null | undefined;

/** What each filter asks of a mine. */
const filters: readonly [Parameters, (mine: MineDetail) => boolean][] = [
  [{}, () => true],
  [{ status: 'closed,licensed' }, ({ status }) => status === 'closed' || status === 'licensed'],
  [{ shut: 'true' }, ({ shut }) => shut],
  [{ state: 'closed.remediating' }, ({ state }) => state.operation === 'closed.remediating'],
  [{ region: 'CN-GZ' }, ({ region }) => region === 'CN-GZ'],
  [{ waitingOn: 'owner' }, ({ waitingOn }) => waitingOn === 'owner'],
  [{ office: 'energy,licensing' }, ({ waitingOnOffice }) => ['energy', 'licensing'].includes(waitingOnOffice ?? '')],
  [{ assignee: 'zhang.hua' }, ({ assignee }) => assignee === 'zhang.hua'],
  [{ overdue: 'true' }, isOverdue],
  [{ overdue: 'false' }, (mine) => !isOverdue(mine)],
  [{ q: 'second operator' }, ({ operator }) => operator.name === 'Second operator'],
  [{ campaign: 'winter' }, ({ closure }) => closure?.campaignId === 'winter'],
  [{ cycle: '1' }, ({ cycle }) => cycle === 1],
];

/** What each order goes by. */
const orders: Readonly<Record<string, (mine: MineDetail) => Value>> = {
  mineId: ({ mineId }) => mineId,
  name: ({ name }) => name,
  region: ({ region }) => region,
  status: ({ status }) => ['operating', 'closed', 'inspected', 'licensed', 'reopened'].indexOf(status),
  since: ({ closure }) => closure && Date.parse(closure.since),
  days: ({ closure }) => closure?.milliseconds,
  waitingOn: ({ waitingOn, waitingOnOffice }) => `${waitingOn}/${waitingOnOffice ?? ''}`,
  nextDeadline: ({ nextDeadline }) => nextDeadline && Date.parse(nextDeadline.dueAt),
  lastChange: ({ lastChange }) => Date.parse(lastChange.occurredAt),
};

const sorts = mineQuery.shape.sort.unwrap().options;

/** The list of mines at instants holds these, in every field; they are in the order of their ids. */
export async function mustListMines(reads: Reads, mines: readonly MineDetail[], instants: Instants): Promise<void> {
  const { items } = await reads.listMines(minesWith(parametersOf(instants)), asOfficial);
  expect(items).toEqual(plain(mines.map(({ detail, ...mine }) => mine)));
}

/** A filter of the list of mines at instants leaves those of these that fit, and an order is theirs: `chosen` tells which filter and which order. */
export async function mustFilterAndSort(
  reads: Reads,
  mines: readonly MineDetail[],
  instants: Instants,
  chosen: number,
): Promise<void> {
  const { parameters, sort, fits } = chosenBy(chosen);
  const list = await reads.listMines(minesWith({ ...parameters, sort, ...parametersOf(instants) }), asOfficial);
  const fitting = sorted(mines.filter(fits), sort);
  expect({ parameters, sort, mines: idsOf(list.items), total: list.total }).toEqual({
    parameters,
    sort,
    mines: idsOf(fitting),
    total: fitting.length,
  });
}

/** The same list on pages of two. */
export async function mustPage(
  reads: Reads,
  mines: readonly MineDetail[],
  instants: Instants,
  chosen: number,
): Promise<void> {
  const { parameters, sort, fits } = chosenBy(chosen);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const query = {
      ...parameters,
      sort,
      limit: '2',
      ...(cursor !== undefined && { cursor }),
      ...parametersOf(instants),
    };
    const page = await reads.listMines(minesWith(query), asOfficial);
    paged.push(...idsOf(page.items));
    cursor = page.next;
  } while (cursor !== undefined);
  expect({ parameters, sort, paged }).toEqual({ parameters, sort, paged: idsOf(sorted(mines.filter(fits), sort)) });
}

/** The counts of mines at instants are those of these that fit a filter, and each breakdown leaves its own out: `chosen` tells which filter, and which beside it. */
export async function mustCountMines(
  reads: Reads,
  mines: readonly MineDetail[],
  instants: Instants,
  chosen: number,
): Promise<void> {
  const two = [filters[chosen % filters.length], filters[Math.floor(chosen / filters.length) % filters.length]];
  const meant = Object.assign({}, ...two.map((filter) => filter?.[0]));
  const fitting = (...names: string[]) =>
    mines.filter((mine) =>
      filters.every(([asked, fits]) => {
        const [[name, value] = ['', '']] = Object.entries(asked);
        return meant[name] !== value || names.includes(name) || fits(mine);
      }),
    );
  const query = mineCountsQuery.parse({ ...meant, ...parametersOf(instants) });
  const { position, asOf, knownAt, ...counts } = await reads.countMines(query, asOfficial);
  const ofAnyState = fitting('status', 'shut', 'state');
  const ofAnyParty = fitting('waitingOn', 'office');
  expect({ meant, counts: withoutNone(counts) }).toEqual({
    meant,
    counts: withoutNone({
      total: fitting().length,
      byStatus: tally(ofAnyState.map(({ status }) => status)),
      byState: tally(ofAnyState.map(({ state }) => state.operation)),
      shut: ofAnyState.filter(({ shut }) => shut).length,
      byRegion: tally(fitting('region').map(({ region }) => region)),
      byWaitingOn: tally(ofAnyParty.map(({ waitingOn }) => waitingOn)),
      byOffice: tally(ofAnyParty.flatMap(({ waitingOnOffice }) => waitingOnOffice ?? [])),
      byAssignee: tally(fitting('assignee').flatMap(({ assignee }) => assignee ?? [])),
      byCampaign: tally(fitting('campaign').flatMap(({ closure }) => closure?.campaignId ?? [])),
      byCycle: tally(fitting('cycle').map(({ cycle }) => String(cycle))),
      overdue: fitting('overdue').filter(isOverdue).length,
    }),
  });
}

/** What needs each person at instants is what the engine says of these mines, in the order of the queue. */
export async function mustListWork(
  reads: Reads,
  mines: { readonly all: readonly FoldedMine[]; readonly ofOwners: readonly FoldedMine[] },
  instants: Instants,
): Promise<void> {
  const at = milliseconds(instants.asOf ?? NOW);
  for (const person of [inspector, supervisor, secondSupervisor, licensing, reviewer, ownerOf('A')]) {
    const query = workQuery.parse({ limit: '500', ...parametersOf(instants) });
    const { items, total, overdue } = await reads.listWork(query, { person, now: NOW });
    const theirs =
      person.role === 'owner' ? mines.ofOwners.filter(({ mine }) => person.mines.includes(mine.mineId)) : mines.all;
    const expected = theirs
      .flatMap((folded) => workOf(folded).map((item) => ({ mineId: folded.mine.mineId, ...item })))
      .filter(({ role, approval }) => role === person.role && approval?.requestedBy !== person.id)
      .map(({ mineId, kind, rule, since, subject, dueOn, dueAt }) => {
        const due = dueAt === null ? Number.POSITIVE_INFINITY : milliseconds(dueAt);
        return { due, item: { mineId, kind, rule, since, subject, dueOn, overdue: due < at } };
      })
      .toSorted((one, other) => (one.due === other.due ? 0 : one.due - other.due))
      .map(({ item }) => item);
    expect([person.id, items]).toEqual([person.id, expected.map((item) => expect.objectContaining(item))]);
    expect([total, overdue]).toEqual([expected.length, expected.filter((item) => item.overdue).length]);
  }
}

/** The list of closures at instants holds those of these mines, in every field. */
export async function mustListClosures(reads: Reads, mines: readonly MineDetail[], instants: Instants): Promise<void> {
  const all = mines.flatMap(({ mineId, name, region, operator, closure, detail }) =>
    [...detail.earlierClosures, ...(closure ? [closure] : [])].map((one) => ({
      ...one,
      mineId,
      name,
      region,
      operator,
    })),
  );
  const lists: [Parameters, (closure: ClosureAnswer) => boolean][] = [
    [{}, () => true],
    [{ ongoing: 'true' }, ({ ongoing }) => ongoing],
    [{ ongoing: 'false' }, ({ ongoing }) => !ongoing],
    [{ campaign: 'winter' }, ({ campaignId }) => campaignId === 'winter'],
    [{ cycle: '2' }, ({ cycle }) => cycle === 2],
    [{ cycle: '1', ongoing: 'true' }, ({ cycle, ongoing }) => cycle === 1 && ongoing],
    [{ cycle: '1', ongoing: 'false' }, ({ cycle, ongoing }) => cycle === 1 && !ongoing],
  ];
  for (const [parameters, fits] of lists) {
    const query = { sort: 'mineId', limit: '500', ...parameters, ...parametersOf(instants) };
    const { items, total } = await reads.listClosures(closuresWith(query), asOfficial);
    expect({ parameters, items, total }).toEqual(
      plain({ parameters, items: all.filter(fits), total: all.filter(fits).length }),
    );
  }
}

function chosenBy(chosen: number) {
  const filter = filters[chosen % filters.length];
  const sort = sorts[chosen % sorts.length];
  if (!filter || sort === undefined) throw new Error(`No filter and order can be chosen by ${chosen}.`);
  const [parameters, fits] = filter;
  return { parameters, sort, fits };
}

function isOverdue({ nextDeadline }: MineDetail): boolean {
  return nextDeadline?.overdue ?? false;
}

/** Mines without a value come last, ties are in the order of ids: both in either direction. */
function sorted(mines: readonly MineDetail[], sort: string): MineDetail[] {
  const orderedBy = orders[sort.replace('-', '')];
  if (!orderedBy) throw new Error(`There is nothing to compare the order ${sort} with.`);
  const direction = sort.startsWith('-') ? -1 : 1;
  return mines.toSorted((one, other) => {
    const [a, b] = [orderedBy(one) ?? null, orderedBy(other) ?? null];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * direction;
  });
}

function parametersOf({ asOf, knownAt }: Instants): Parameters {
  return { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) };
}

function idsOf(mines: readonly { readonly mineId: string }[]): string[] {
  return mines.map(({ mineId }) => mineId);
}

function tally(values: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

/** Counts with what was counted to none left out of each breakdown. */
function withoutNone(counts: Readonly<Record<string, number | Readonly<Record<string, number>>>>): unknown {
  return Object.fromEntries(
    Object.entries(counts).map(([name, counted]) => [
      name,
      typeof counted === 'number'
        ? counted
        : Object.fromEntries(Object.entries(counted).filter(([, mines]) => mines > 0)),
    ]),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
