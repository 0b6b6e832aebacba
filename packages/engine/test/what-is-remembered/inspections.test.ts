import { describe, expect, test } from '@jest/globals';
import {
  givenAMineThatIs,
  inspector,
  licensing,
  onTheWayTo,
  owner,
  passTheInspection,
  supervisor,
  system,
} from '../given.ts';
import { aDocument } from '../well-formed.ts';
import { remembered, the } from './remembered.ts';

describe('of inspecting and making good is remembered', () => {
  test('each inspection id, the one under way, when one failed and when findings were declared made good', async () => {
    const mine = await givenAMineThatIs('closed');
    const inspections = async () => (await remembered(mine)).inspections;
    const none = { scheduled: null, running: null, failed: false, lastFailedAt: null, remediationDeclaredAt: null };
    await mine.does(inspector, 'InspectionScheduled', { inspectionId: 'I1', scheduledFor: '2018-11-06' });
    const scheduled = { inspectionId: 'I1', scheduledFor: '2018-11-06' };
    expect(await inspections()).toMatchObject({ ...none, scheduled, ids: ['I1'], findingIds: [] });
    await mine.at(the(6)).does(inspector, 'InspectionStarted', { inspectionId: 'I1' });
    const running = { inspectionId: 'I1', startedFrom: 'closed.awaitingInspection', startedAt: the(6) };
    expect(await inspections()).toMatchObject({ ...none, running, ids: ['I1'], findingIds: [] });
    await mine.does(inspector, 'InspectionAbandoned');
    await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I2' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1' });
    await mine.at(the(7)).does(inspector, 'InspectionFailed');
    const failed = { ...none, failed: true, lastFailedAt: the(7), ids: ['I1', 'I2'], findingIds: ['F1'] };
    expect(await inspections()).toMatchObject(failed);
    await mine.at(the(8)).does(owner, 'RemediationDeclared');
    expect(await inspections()).toMatchObject({ ...failed, remediationDeclaredAt: the(8) });
    await mine.at(the(9)).does(inspector, 'InspectionStarted', { inspectionId: 'I3' });
    expect((await inspections()).running).toMatchObject({ startedFrom: 'closed.awaitingReinspection' });
    await mine.does(inspector, 'FindingCleared');
    await passTheInspection(mine);
    expect(await inspections()).toMatchObject({ running: null, failed: true, ids: ['I1', 'I2', 'I3'] });
    await mine.does(supervisor, 'ClosureWithdrawn');
    await onTheWayTo(mine, 'closed');
    expect(await inspections()).toMatchObject({ ...none, ids: ['I1', 'I2', 'I3'], findingIds: ['F1'] });
  });

  test('each finding with both due days, what was declared of it and how it ended; each check with its last outcome', async () => {
    const mine = await givenAMineThatIs('inspecting');
    const findings = async () => (await remembered(mine)).findings;
    const raise = { findingId: 'F1', description: 'Meter without seal', dueOn: '2018-11-20' };
    await mine.at(the(6)).does(inspector, 'FindingRaised', { ...raise, check: 'TAX' });
    const open = { originalDueOn: '2018-11-20', clearedAt: null, settledAt: null, evidence: null };
    const first = { ...raise, check: 'TAX', raisedAt: the(6), ...open };
    expect(await findings()).toEqual({ F1: first });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F2' });
    expect((await findings()).F2).toMatchObject({ check: null });
    await mine.at(the(7)).does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'fail', note: 'no seal' });
    expect((await remembered(mine)).checks).toEqual({
      TAX: { check: 'TAX', outcome: 'fail', note: 'no seal', recordedAt: the(7) },
    });
    await mine.does(inspector, 'InspectionFailed');
    await mine.does(supervisor, 'RemediationExtended', { findingId: 'F1', dueOn: '2018-12-20' });
    const declared = ['F1', 'F2'].map((findingId) => ({ findingId, document: aDocument, note: `about ${findingId}` }));
    await mine.does(owner, 'RemediationDeclared', { evidence: declared });
    await mine.does(inspector, 'InspectionStarted');
    await mine.at(the(9)).does(inspector, 'FindingCleared', { findingId: 'F1' });
    const made = { ...first, dueOn: '2018-12-20', evidence: { document: aDocument, note: 'about F1' } };
    expect((await findings()).F1).toEqual({ ...made, clearedAt: the(9) });
    await mine.at(the(10)).does(supervisor, 'ClosureWithdrawn');
    expect(await findings()).toMatchObject({
      F1: { clearedAt: the(9), settledAt: null },
      F2: { clearedAt: null, settledAt: (await remembered(mine)).closure?.until, evidence: { note: 'about F2' } },
    });
  });

  test('what the owner asked for, until it is answered', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F2' });
    await mine.does(inspector, 'InspectionFailed');
    const asks = (findingId: string) =>
      mine.at(the(7)).does(owner, 'ExtensionRequested', { findingId, dueOn: '2019-01-31', reason: 'parts are late' });
    const asked = { requestedAt: the(7), reason: 'parts are late', dueOn: '2019-01-31' };
    await asks('F1');
    await asks('F2');
    expect((await remembered(mine)).extensionRequests).toEqual({ F1: asked, F2: asked });
    await mine.does(supervisor, 'ExtensionRefused', { findingId: 'F2' });
    expect((await remembered(mine)).extensionRequests).toEqual({ F1: asked });
    await mine.does(supervisor, 'RemediationExtended', { findingId: 'F1' });
    expect((await remembered(mine)).extensionRequests).toEqual({});
    await mine.at(the(8)).does(owner, 'LiftRequested', { reason: 'all done' });
    expect((await remembered(mine)).liftRequest).toEqual({ requestedAt: the(8), reason: 'all done', dueOn: null });
    await mine.does(supervisor, 'LiftRefused');
    expect((await remembered(mine)).liftRequest).toBeNull();
  });
});

describe('of requirements is remembered', () => {
  test('all evidence, where each stands since when, until when it is valid, and why', async () => {
    const mine = await givenAMineThatIs('closed');
    const licences = async () => (await remembered(mine)).requirements.LICENCES;
    const missing = { status: 'missing', since: null, evidence: [], validUntil: null, reason: null };
    expect(await licences()).toEqual(missing);
    const sends = (day: number) =>
      mine.at(the(day)).does(owner, 'EvidenceSubmitted', { requirement: 'LICENCES', note: `of the ${day}th` });
    const sent = (...days: number[]) =>
      days.map((day) => ({ document: aDocument, note: `of the ${day}th`, submittedAt: the(day) }));
    await sends(5);
    const submitted = { ...missing, status: 'submitted', since: the(5), evidence: sent(5) };
    expect(await licences()).toEqual(submitted);
    await mine.at(the(6)).does(licensing, 'RequirementReturned', { requirement: 'LICENCES', reason: 'unreadable' });
    expect(await licences()).toEqual({ ...submitted, status: 'returned', since: the(6), reason: 'unreadable' });
    await mine.at(the(7)).does(supervisor, 'RequirementWaived', {
      requirement: 'LICENCES',
      reason: 'registry closed',
      expiresOn: '2018-12-31',
    });
    const waived = { status: 'waived', since: the(7), validUntil: '2018-12-31', reason: 'registry closed' };
    expect(await licences()).toEqual({ ...waived, evidence: sent(5) });
    await sends(8);
    expect(await licences()).toEqual({ ...waived, evidence: sent(5, 8) });
    await mine.at(the(9)).does(system, 'RequirementLapsed', { requirement: 'LICENCES', reason: 'revoked elsewhere' });
    expect(await licences()).toMatchObject({ status: 'lapsed', since: the(9), reason: 'revoked elsewhere' });
    await sends(10);
    const again = { status: 'submitted', since: the(10), validUntil: null, reason: null };
    expect(await licences()).toEqual({ ...again, evidence: sent(5, 8, 10) });
    await mine
      .at(the(11))
      .does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES', validUntil: '2019-06-30' });
    const satisfied = { status: 'satisfied', since: the(11), validUntil: '2019-06-30', reason: null };
    expect(await licences()).toEqual({ ...satisfied, evidence: sent(5, 8, 10) });
    await mine.does(licensing, 'RequirementSatisfied', { requirement: 'LICENCES' });
    expect(await licences()).toMatchObject({ status: 'satisfied', validUntil: null });
    await mine.does(licensing, 'LicenceGranted', { licenceId: 'L1' });
    await mine.at(the(12)).does(licensing, 'LicenceSuspended', { licenceId: 'L1' });
    expect(await licences()).toMatchObject({ status: 'lapsed', since: the(12), reason: null });
  });
});
