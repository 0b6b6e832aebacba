import { defaultProcedure, type EventData, type EventType, type Procedure, type RuleName } from '../src/index.ts';
import {
  failTheInspectionAndRemedy,
  inspector,
  licensing,
  type MineUnderTest,
  onTheWayTo,
  owner,
  publishes,
  satisfyTheRequirements,
  supervisor,
} from './given.ts';
import { senderOf } from './histories.ts';

/** Brings a mine, new and running, to where something can happen to a deadline. */
type Before = (mine: MineUnderTest) => Promise<unknown>;

/** As far as a place on the way to reopened, and on from there. */
export const to =
  (place: Parameters<typeof onTheWayTo>[1], ...then: readonly Before[]): Before =>
  async (mine) => {
    await onTheWayTo(mine, place);
    for (const step of then) await step(mine);
  };
const happens =
  <T extends EventType>(type: T, data?: Partial<EventData<T>>): Before =>
  (mine) =>
    mine.does(senderOf(type), type, data);
const requestsApproval: Before = (mine) => mine.requests(supervisor, 'OperatorChanged');
const failsTheInspection = [happens('FindingRaised'), happens('InspectionFailed')] as const;
const movesHere = [happens('RelocationStarted'), happens('RelocationCompleted')] as const;
const outside = { site: 'far site', region: 'CN-SC', successor: 'SC-0001' };

/** The usual way to where the clock of a rule runs. */
export const running: Readonly<Record<RuleName, Before>> = {
  service: to('closed'),
  appeal: to('closed'),
  'first-inspection': to('closed'),
  remediation: to('inspecting', ...failsTheInspection),
  're-inspection': to('inspecting', failTheInspectionAndRemedy),
  'extension-answer': to('inspecting', ...failsTheInspection, happens('ExtensionRequested')),
  'evidence-answer': to('inspected', happens('EvidenceSubmitted', { requirement: 'LICENCES' })),
  'lift-decision': to('closed', happens('LiftRequested')),
  'reopening-decision': to('licensed'),
  'appeal-decision': to('closed', happens('AppealLodged')),
  'stay-answer': to('closed', happens('AppealLodged'), happens('StayRequested')),
  'approval-answer': requestsApproval,
  letter: to('closed', happens('GuaranteeLetterDemanded')),
  direction: happens('PowerDirectionIssued'),
};

type Case = `${RuleName} ${EventType}`;

/** Where the usual way does not lead to what an event would end. */
export const runningFor: Partial<Record<Case, Before>> = {
  'service ReopeningAuthorised': to('licensed'),
  'appeal ReopeningAuthorised': to('licensed'),
  'extension-answer FindingCleared': async (mine) => {
    await running['extension-answer'](mine);
    await mine.does(owner, 'RemediationDeclared');
    await mine.does(inspector, 'InspectionStarted');
  },
  'lift-decision ReopeningAuthorised': to('licensed', happens('LiftRequested')),
  'stay-answer ReopeningAuthorised': to('licensed', happens('AppealLodged'), happens('StayRequested')),
  'letter ClosureOrdered': happens('GuaranteeLetterDemanded'),
  'letter RelocationCompleted': happens('GuaranteeLetterDemanded'),
  'letter ClosureWithdrawn': to('closed', ...movesHere, happens('GuaranteeLetterDemanded')),
  'letter ClosureQuashed': to('closed', ...movesHere, happens('GuaranteeLetterDemanded')),
};

for (const type of ['LicenceSuspended', 'LicenceRevoked', 'LicenceSurrendered'] as const)
  runningFor[`reopening-decision ${type}`] = async (mine) => {
    await mine.does(licensing, 'LicenceGranted');
    await onTheWayTo(mine, 'licensed');
  };

/** How far a mine has come when an event starts a deadline; a running mine where nothing is said. */
export const beforeStart: Partial<Record<Case, Before>> = {
  'appeal OrderServed': to('closed'),
  'first-inspection ClosureWithdrawn': to('closed', ...movesHere),
  'first-inspection ClosureQuashed': to('closed', ...movesHere),
  'remediation InspectionFailed': to('inspecting', happens('FindingRaised')),
  're-inspection RemediationDeclared': to('inspecting', ...failsTheInspection),
  'extension-answer ExtensionRequested': to('inspecting', ...failsTheInspection),
  'evidence-answer EvidenceSubmitted': to('inspected'),
  'lift-decision LiftRequested': to('closed'),
  'reopening-decision RequirementsCertified': to('inspected', satisfyTheRequirements),
  'appeal-decision AppealLodged': to('closed'),
  'stay-answer StayRequested': to('closed', happens('AppealLodged')),
};

/** What ended for a while, to be brought back. */
export const beforeResumed: Partial<Record<Case, Before>> = {
  'first-inspection InspectionAbandoned': to('inspecting'),
  're-inspection InspectionAbandoned': to('inspecting', failTheInspectionAndRemedy, happens('InspectionStarted')),
  'letter GuaranteeLetterWithdrawn': to(
    'closed',
    happens('GuaranteeLetterDemanded'),
    happens('GuaranteeLetterDemanded'),
  ),
  'direction PowerDirectionBreached': to('closed', happens('PowerDirectionIssued'), happens('PowerCurtailed')),
};

/** What an event has to say for its effect, where the usual does not do. */
const saying: { readonly [K in Case]?: object } = {
  'service RelocationCompleted': outside,
  'appeal RelocationCompleted': outside,
  'stay-answer RelocationCompleted': outside,
  'evidence-answer ProcedureMigrated': { procedure: 'lean@1' },
};

/** A procedure that asks for no licences. */
const lean: Procedure = {
  ...defaultProcedure,
  id: 'lean',
  requirements: defaultProcedure.requirements.filter(({ code }) => code !== 'LICENCES'),
};

/** Lets an event happen, by whoever sends it, with what has to go before it. */
export async function lets(mine: MineUnderTest, rule: RuleName, type: EventType): Promise<void> {
  const data = saying[`${rule} ${type}`];
  const { value } = await mine.now();
  if (type === 'RelocationCompleted' && value.power !== 'relocating') await mine.does(owner, 'RelocationStarted');
  if (type === 'ProcedureMigrated') await publishes(mine, lean, '2018-11-20T00:00:00Z');
  if (type === 'ClosureQuashed') {
    if (value.appeal === 'none') await mine.does(owner, 'AppealLodged');
    await mine.does(senderOf('AppealDecided'), 'AppealDecided', { decision: 'quashed' });
  } else if (type === 'ApprovalRequested') {
    await requestsApproval(mine);
  } else {
    await mine.does(senderOf(type), type, data);
  }
}
