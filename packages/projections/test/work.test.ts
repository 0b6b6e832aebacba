import { expect, test } from '@jest/globals';
import type { Person } from '@rectify/engine';
import { type WorkList, workQuery } from '../src/index.ts';
import {
  aDocument,
  givenARegister,
  inspector,
  licensing,
  ownerOf,
  type Register,
  reading,
  secondSupervisor,
  supervisor,
} from './given.ts';

const present = '2018-12-01T00:00:00+08:00';

/** What needs somebody on 1 December 2018, in short. */
async function queueOf(register: Register, person: Person, parameters: Record<string, string> = {}): Promise<string[]> {
  const lists: WorkList[] = [];
  await reading(register.store, async (reads) => {
    lists.push(await reads.listWork(workQuery.parse(parameters), { person, now: present }));
  });
  return lists.flatMap(({ items }) =>
    items.map(({ mineId, kind, rule, event, requestedByRole, dueOn, overdue }) =>
      [mineId, kind, event ?? rule, requestedByRole && `asked by ${requestedByRole}`, dueOn, overdue ? 'overdue' : null]
        .filter((part) => part !== null)
        .join(' '),
    ),
  );
}

async function givenThreeCases() {
  const register = await givenARegister();
  for (const mineId of ['XJ-0001', 'XJ-0002', 'GZ-0003'])
    await register.registers(mineId, { region: mineId.startsWith('GZ') ? 'CN-GZ' : 'CN-XJ' });
  await register.closes('XJ-0001', '2018-11-05T00:00:00+08:00');
  await register.closes('XJ-0002', '2018-11-25T00:00:00+08:00');
  await register.attempts(
    'GZ-0003',
    supervisor,
    'ClosureOrdered',
    { grounds: 'g', authority: 'a', legalBasis: 'l' },
    '2018-11-30T00:00:00+08:00',
  );
  return register;
}

test('an inspector is shown what is overdue first, then what is due next', async () => {
  const register = await givenThreeCases();
  expect(await queueOf(register, inspector)).toEqual([
    'XJ-0001 deadline service 2018-11-08 overdue',
    'XJ-0001 deadline first-inspection 2018-11-19 overdue',
    'XJ-0002 deadline service 2018-11-28 overdue',
    'XJ-0002 deadline first-inspection 2018-12-09',
  ]);
  expect(await queueOf(register, inspector, { overdue: 'false' })).toEqual([
    'XJ-0002 deadline first-inspection 2018-12-09',
  ]);
});

test('a request waits for those who may grant it, never for who made it', async () => {
  const register = await givenThreeCases();
  const waiting = (queue: string[]) => queue.filter((item) => item.includes('approval'));
  expect(waiting(await queueOf(register, secondSupervisor))).toEqual([
    expect.stringMatching(/^GZ-0003 approval ClosureOrdered asked by supervisor/),
  ]);
  expect(waiting(await queueOf(register, supervisor))).toEqual([]);
  expect(waiting(await queueOf(register, licensing))).toEqual([]);
  expect(waiting(await queueOf(register, { ...secondSupervisor, regions: ['CN-XJ'] }))).toEqual([]);
});

test('cases that I have, that my office has, and that nobody has', async () => {
  const register = await givenThreeCases();
  await register.does('XJ-0002', inspector, 'CaseAssigned', { assignee: inspector.id }, '2018-11-26T00:00:00+08:00');
  const minesIn = async (scope: string, person: Person = inspector) => [
    ...new Set((await queueOf(register, person, { scope })).map((item) => item.split(' ')[0])),
  ];
  expect(await minesIn('mine')).toEqual(['XJ-0002']);
  expect(await minesIn('unassigned')).toEqual(['XJ-0001']);
  expect(await minesIn('office')).toEqual(['XJ-0001', 'XJ-0002']);
  expect(await minesIn('office', { ...inspector, office: 'public-security' })).toEqual([]);
});

test('an owner is shown what is theirs to do in their own mines', async () => {
  const register = await givenThreeCases();
  const { does } = register;
  await does(
    'XJ-0001',
    inspector,
    'GuaranteeLetterDemanded',
    { letterId: 'G1', text: 't', dueOn: '2018-12-05' },
    '2018-11-20T00:00:00+08:00',
  );
  expect(await queueOf(register, ownerOf('XJ-0001'))).toEqual(['XJ-0001 deadline letter 2018-12-05']);
  expect(await queueOf(register, ownerOf('XJ-0002'))).toEqual([]);
});

test('a deadline of the authority that passed is told to supervisors until it is met', async () => {
  const register = await givenThreeCases();
  const system: Person = { id: 'system', role: 'system', office: 'system', regions: 'all', mines: [] };
  const passed = { rule: 'first-inspection', dueOn: '2018-11-19', who: 'tax' };
  await register.does('XJ-0001', system, 'DeadlinePassed', passed, '2018-11-20T00:00:00+08:00');
  const notices = async () => (await queueOf(register, supervisor)).filter((item) => item.includes('notice'));
  expect(await notices()).toEqual(['XJ-0001 notice first-inspection 2018-11-19 overdue']);
  await register.does('XJ-0001', inspector, 'InspectionStarted', { inspectionId: 'I1' }, '2018-11-21T00:00:00+08:00');
  expect(await notices()).toEqual([]);
});

test('a case that waits for an office without a deadline is there too', async () => {
  const register = await givenThreeCases();
  await register.does('XJ-0001', inspector, 'InspectionStarted', { inspectionId: 'I1' }, '2018-11-20T00:00:00+08:00');
  const { mine } = await register.foldedOf('XJ-0001');
  for (const { code } of mine.procedure.checks)
    await register.does(
      'XJ-0001',
      inspector,
      'CheckRecorded',
      { check: code, outcome: 'pass' },
      '2018-11-20T00:00:00+08:00',
    );
  await register.does('XJ-0001', inspector, 'InspectionPassed', { inspectionId: 'I1' }, '2018-11-20T00:00:00+08:00');
  expect(await queueOf(register, licensing)).toEqual([]);
  for (const { code } of mine.procedure.requirements)
    await register.does(
      'XJ-0001',
      ownerOf('XJ-0001'),
      'EvidenceSubmitted',
      { requirement: code, document: aDocument },
      '2018-11-21T00:00:00+08:00',
    );
  expect(await queueOf(register, licensing)).toHaveLength(mine.procedure.requirements.length);
  for (const { code } of mine.procedure.requirements)
    await register.does(
      'XJ-0001',
      licensing,
      'RequirementSatisfied',
      { requirement: code },
      '2018-11-22T00:00:00+08:00',
    );
  expect(await queueOf(register, licensing)).toEqual(['XJ-0001 step inspected']);
});

test('on a past day the queue holds what needed somebody then, since when, and what was overdue then', async () => {
  const register = await givenThreeCases();
  await register.reopens('XJ-0001', '2018-11-28T00:00:00+08:00');
  await reading(register.store, async (reads) => {
    const queue = async (person: Person, parameters: Record<string, string>) => {
      const list = await reads.listWork(workQuery.parse(parameters), { person, now: present });
      expect(list.total).toBe(list.items.length);
      return list.items.map(({ mineId, rule, since, overdue }) =>
        [mineId, rule, since, ...(overdue ? ['overdue'] : [])].join(' '),
      );
    };
    const twentieth = { asOf: '2018-11-20T00:00:00+08:00' };
    const closed = '2018-11-05T00:00:00+08:00';
    const both = [`XJ-0001 service ${closed} overdue`, `XJ-0001 first-inspection ${closed} overdue`];
    expect(await queue(inspector, twentieth)).toEqual(both);
    expect(await queue(inspector, { ...twentieth, overdue: 'false' })).toEqual([]);
    expect(await queue({ ...inspector, regions: ['CN-GZ'] }, twentieth)).toEqual([]);
    expect(await queue(inspector, { asOf: '2018-11-10T00:00:00+08:00' })).toEqual([
      `XJ-0001 service ${closed} overdue`,
      `XJ-0001 first-inspection ${closed}`,
    ]);
    expect(await queue(inspector, { knownAt: '2018-11-20T00:00:00+08:00' })).toEqual(both);
    expect(await queue(inspector, { asOf: '2018-11-04T00:00:00+08:00' })).toEqual([]);
  });
});

test('a request is in the queue as known while it waited, whatever day is asked about', async () => {
  const register = await givenThreeCases();
  await reading(register.store, async (reads) => {
    const requests = async (parameters: Record<string, string>) => {
      const query = workQuery.parse({ kind: 'approval', ...parameters });
      return (await reads.listWork(query, { person: secondSupervisor, now: present })).items.map(
        ({ mineId, since }) => `${mineId} ${since}`,
      );
    };
    const waiting = ['GZ-0003 2018-11-30T00:00:00+08:00'];
    expect(await requests({ asOf: '2018-11-20T00:00:00+08:00' })).toEqual(waiting);
    expect(await requests({ knownAt: '2018-11-29T00:00:00+08:00' })).toEqual([]);
    expect(await requests({})).toEqual(waiting);
  });
});

test('a long queue comes in pages that neither skip nor repeat', async () => {
  const register = await givenThreeCases();
  const all = await queueOf(register, inspector);
  await reading(register.store, async (reads) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const list = await reads.listWork(workQuery.parse({ limit: '1', ...(cursor && { cursor }) }), {
        person: inspector,
        now: present,
      });
      seen.push(...list.items.map(({ mineId, rule }) => `${mineId} ${rule}`));
      cursor = list.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.map((item) => item.replace(/ deadline (\S+) .*/, ' $1')));
  });
});
