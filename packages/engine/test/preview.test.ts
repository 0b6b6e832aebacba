import { describe, expect, test } from '@jest/globals';
import { closuresOf, deadlinesOf, type EventData, type EventType, type Person, type Preview } from '../src/index.ts';
import {
  because,
  givenAMine,
  givenAMineThatIs,
  inspector,
  last,
  type MineUnderTest,
  onTheWayTo,
  owner,
  reviewer,
  secondSupervisor,
  supervisor,
} from './given.ts';

const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });

/** The preview of an event, which stores nothing. */
async function previews<T extends EventType>(
  mine: MineUnderTest,
  person: Person,
  type: T,
  data: EventData<T>,
  when: { readonly occurredAt?: string } = {},
): Promise<Preview> {
  const before = await mine.facts();
  const outcome = await mine.engine.previewEvent({ mineId: mine.mineId, person, type, data, ...when });
  expect(await mine.facts()).toEqual(before);
  if (outcome.kind !== 'previewed') throw new Error(`no preview, but ${JSON.stringify(outcome)}`);
  return outcome.preview;
}

const correcting = (mine: MineUnderTest, ...corrections: EventData<'FactCorrected'>['corrections']) =>
  previews(mine, inspector, 'FactCorrected', { corrections, reason: 'The file says otherwise' });

const typesOf = ({ impossible }: Preview) => impossible.map(({ fact }) => fact.type);
const changed = ({ changes }: Preview) =>
  changes.map(({ kind, before, after }) => `${(after ?? before)?.type} ${kind}`);
const days = (mine: Preview['after']) =>
  mine && closuresOf(mine, '2018-12-01T00:00:00Z').map((closure) => closure.days);

describe('a preview of a correction', () => {
  test('shows the durations and deadlines before and after, and stores nothing', async () => {
    const mine = await givenAMine();
    const [order] = await mine.at('2018-11-11T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
    const corrections = [{ eventId: order?.eventId ?? '', patch: on('06') }];
    const preview = await correcting(mine, ...corrections);
    expect(preview).toMatchObject({ needsApproval: true, reasons: [], impossible: [], dependents: null });
    expect(changed(preview)).toEqual(['ClosureOrdered corrected']);
    expect([days(preview.before), days(preview.after)]).toEqual([[26], [25]]);
    const inspectionDue = (folded: Preview['after']) =>
      folded && deadlinesOf(folded).find(({ rule }) => rule === 'first-inspection')?.dueOn;
    expect([inspectionDue(preview.before), inspectionDue(preview.after)]).toEqual(['2018-11-19', '2018-11-20']);
    await mine.does(inspector, 'FactCorrected', { corrections });
    expect((await mine.now()).mine.closure).toEqual(preview.after?.mine.closure);
  });

  test('that takes a foundation away names what stands on it, and offers to void that too', async () => {
    const mine = await givenAMineThatIs('licensed');
    const order = await last(mine, 'ClosureOrdered');
    const correction = { eventId: order.eventId, void: true as const };
    const preview = await correcting(mine, correction);
    expect(preview).toMatchObject({ after: null, changes: [] });
    expect(typesOf(preview)).toEqual([
      'InspectionStarted',
      'CheckRecorded',
      'CheckRecorded',
      'CheckRecorded',
      'InspectionPassed',
      'RequirementSatisfied',
      'RequirementSatisfied',
      'RequirementSatisfied',
      'RequirementsCertified',
    ]);
    expect(preview.impossible[0]?.reasons).toMatchObject([{ code: 'no-such-step', about: 'operating' }]);
    expect(preview.dependents).toEqual(preview.impossible.map(({ fact: { eventId } }) => ({ eventId, void: true })));

    const adopted = await correcting(mine, correction, ...(preview.dependents ?? []));
    expect(adopted).toMatchObject({ reasons: [], impossible: [] });
    expect(adopted.after?.value).toEqual({ operation: 'operating', appeal: 'none', power: 'none' });
    expect(new Set(changed(adopted).map((change) => change.split(' ')[1]))).toEqual(new Set(['voided']));
    await mine.does(inspector, 'FactCorrected', { corrections: [correction, ...(preview.dependents ?? [])] });
    expect((await mine.now()).mine).toMatchObject({ cycle: 0, closure: null });
  });

  test('offers no more than what depends on it', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'NoteAdded');
    await mine.does(owner, 'AppealLodged');
    await mine.does(inspector, 'CheckRecorded', { check: 'TAX' });
    const started = await last(mine, 'InspectionStarted');
    const check = await last(mine, 'CheckRecorded');
    const { dependents } = await correcting(mine, { eventId: started.eventId, void: true });
    expect(dependents).toEqual([{ eventId: check.eventId, void: true }]);
  });

  test('tells which events lead elsewhere though nothing is said of them', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'PowerDirectionIssued', {}, on('02'));
    await mine.does(supervisor, 'ClosureOrdered', {}, on('05'));
    const direction = await last(mine, 'PowerDirectionIssued');
    const preview = await correcting(mine, { eventId: direction.eventId, void: true });
    expect(changed(preview)).toEqual(['PowerDirectionIssued voided', 'ClosureOrdered led-elsewhere']);
    expect(preview.changes[1]?.after?.transition.to).toMatchObject({ power: 'none' });
  });

  test('that quashes the order afterwards shows the quashing that follows', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
    await mine.does(owner, 'AppealLodged', {}, on('06'));
    const [decision] = await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' }, on('10'));
    const preview = await correcting(mine, { eventId: decision?.eventId ?? '', patch: { decision: 'quashed' } });
    expect(changed(preview)).toEqual(['AppealDecided corrected', 'ClosureQuashed added']);
    expect([days(preview.before), days(preview.after)]).toEqual([[26], [5]]);
  });

  test('that takes a quashing back offers to void what followed from it', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged');
    const [decision, quashing] = await mine.does(reviewer, 'AppealDecided', { decision: 'quashed' });
    const upheld = { eventId: decision?.eventId ?? '', patch: { decision: 'upheld' } };
    const preview = await correcting(mine, upheld);
    expect(preview.dependents).toEqual([{ eventId: quashing?.eventId, void: true }]);
    expect((await correcting(mine, upheld, ...(preview.dependents ?? []))).after?.value.operation).toBe(
      'closed.awaitingInspection',
    );
  });

  test('that cannot be helped by voiding others says so', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-11T00:00:00+08:00');
    await onTheWayTo(mine, 'reopened');
    const reopening = await last(mine, 'ReopeningAuthorised');
    const preview = await correcting(mine, { eventId: reopening.eventId, patch: on('10') });
    expect(typesOf(preview)).toEqual(['ReopeningAuthorised']);
    expect(preview.dependents).toBeNull();
    const registration = await last(mine, 'MineRegistered');
    const { occurredAt } = reopening;
    const moved = await correcting(mine, { eventId: registration.eventId, patch: { occurredAt } });
    expect(moved.impossible.length).toBeGreaterThan(0);
    expect(moved).toMatchObject({ dependents: null, after: null });
  });

  test('of a correction, by its own name', async () => {
    const mine = await givenAMineThatIs('closed');
    const { eventId } = await last(mine, 'ClosureOrdered');
    const data = { corrections: [{ eventId, patch: { number: '2018-77' } }], reason: 'It has a number' };
    const command = { mineId: mine.mineId, person: inspector };
    const outcome = await mine.engine.previewCorrection({ ...command, data });
    expect(outcome).toEqual(await mine.engine.previewEvent({ ...command, type: 'FactCorrected', data }));
  });
});

describe('a preview of any other event', () => {
  test('shows what it would do now', async () => {
    const mine = await givenAMineThatIs('closed');
    const preview = await previews(mine, inspector, 'InspectionStarted', { inspectionId: 'I1' });
    expect(preview).toMatchObject({ needsApproval: false, reasons: [] });
    expect(changed(preview)).toEqual(['InspectionStarted added']);
    expect(preview.after?.value.operation).toBe('closed.inspecting');
  });

  test('dated back shows what would no longer be possible', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
    await mine.does(inspector, 'InspectionStarted', {}, on('10'));
    const refused = await previews(
      mine,
      supervisor,
      'ClosureWithdrawn',
      { reason: 'Another mine was meant' },
      on('08'),
    );
    expect(typesOf(refused)).toEqual(['InspectionStarted']);
    expect(refused).toMatchObject({ dependents: null, after: null });
    const direction = { directionId: 'P1', alternatives: ['curtail' as const], dueOn: '2018-12-01' };
    const accepted = await previews(mine, supervisor, 'PowerDirectionIssued', direction, on('06'));
    expect(changed(accepted)).toEqual(['PowerDirectionIssued added', 'InspectionStarted led-elsewhere']);
  });

  test('under four eyes shows it as granted; of a grant, its effect', async () => {
    const mine = await givenAMine();
    const data = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' };
    const asked = await previews(mine, inspector, 'ClosureOrdered', data);
    expect(asked).toMatchObject({ needsApproval: true, after: { value: { operation: 'closed.awaitingInspection' } } });
    const approvalId = await mine.requests(inspector, 'ClosureOrdered', data);
    const granted = await previews(mine, secondSupervisor, 'ApprovalGranted', { approvalId });
    expect(granted).toMatchObject({
      needsApproval: false,
      after: { value: { operation: 'closed.awaitingInspection' } },
    });
    expect(changed(granted)).toEqual(['ClosureOrdered added']);
  });

  test('that is not possible tells why', async () => {
    const mine = await givenAMineThatIs('inspected');
    const preview = await previews(mine, supervisor, 'ReopeningAuthorised', {});
    expect(preview.reasons.map(({ code }) => code)).toEqual(['no-such-step']);
    expect(preview.after).toBeNull();
    const licensed = (await givenAMineThatIs('licensed')).at('2018-11-20T00:00:00+08:00');
    const early = await previews(licensed, supervisor, 'ReopeningAuthorised', {}, on('10'));
    expect(early.reasons.map(({ code }) => code)).toEqual(['before-its-grant']);
  });
});

describe('no preview is given', () => {
  const refused = async (mine: MineUnderTest, person: Person, type: string, data: unknown) => {
    const outcome = await mine.engine.previewEvent({ mineId: mine.mineId, person, type, data });
    return outcome.kind === 'rejected' ? because(outcome.rejection) : outcome.kind;
  };

  test('of what may not be sent, to owners, and of what does not fit', async () => {
    const mine = await givenAMineThatIs('closed');
    const note = { text: 'A note', visibility: 'owner' };
    expect(await refused(mine, owner, 'NoteAdded', note)).toEqual(['forbidden']);
    expect(await refused(mine, { ...owner, mines: [] }, 'NoteAdded', note)).toEqual(['unknown-mine']);
    expect(await refused({ ...mine, mineId: 'XJ-9999' }, inspector, 'NoteAdded', note)).toEqual(['unknown-mine']);
    expect(await refused(mine, inspector, 'ReopeningAuthorised', {})).toEqual(['forbidden']);
    expect(await refused(mine, { ...inspector, regions: ['CN-GZ'] }, 'NoteAdded', note)).toEqual(['forbidden']);
    expect(await refused(mine, inspector, 'NoteAdded', {})).toEqual(['invalid /data/text', 'invalid /data/visibility']);
    expect(await refused(mine, inspector, 'NoSuchEvent', {})).toEqual(['unknown-event-type']);
    expect(await refused(mine, inspector, 'FactCorrected', { corrections: [], reason: 'r' })).toEqual([
      'invalid /data/corrections',
    ]);
  });
});
