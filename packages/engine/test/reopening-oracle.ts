import { dayOf, defaultProcedure, effectiveHistory, type Fact } from '../src/index.ts';

/** What stands in the way of reopening, kept the plain way: from events to what they leave unmet. It shares nothing with the guards. */
interface Unmet {
  readonly requirements: Map<string, { met: boolean; waived: boolean; until: string | undefined }>;
  readonly checks: Set<string>;
  readonly findings: Set<string>;
  readonly letters: { id: string; status: string }[];
  readonly held: Set<string>;
  direction: 'none' | 'unmet' | 'met';
  relocating: boolean;
  newSite: boolean;
  shut: boolean;
}

/** Every reopening in a mine's effective history with what was unmet then. */
export function unmetAtReopening(facts: readonly Fact[]): { readonly eventId: string; readonly unmet: string[] }[] {
  const now: Unmet = {
    requirements: new Map(),
    checks: new Set(),
    findings: new Set(),
    letters: [],
    held: new Set(),
    direction: 'none',
    relocating: false,
    newSite: false,
    shut: false,
  };
  const found: { eventId: string; unmet: string[] }[] = [];
  for (const { fact } of effectiveHistory(facts)) {
    if (fact.type === 'ReopeningAuthorised') found.push({ eventId: fact.eventId, unmet: unmetFor(now, fact) });
    happens(now, fact);
  }
  return found;
}

function unmetFor(
  { requirements, checks, findings, letters, direction, relocating, shut }: Unmet,
  fact: Fact,
): string[] {
  const days = [fact.occurredAt, fact.recordedAt].map((instant) => dayOf(instant, 'Asia/Shanghai'));
  const letter = letters.findLast(({ status }) => status !== 'GuaranteeLetterWithdrawn')?.status;
  const signed = letter === 'GuaranteeLetterSigned' || letter === 'GuaranteeLetterAccepted';
  return [
    ...defaultProcedure.requirements
      .filter(({ code }) => {
        const requirement = requirements.get(code);
        const { until } = requirement ?? {};
        return !requirement?.met || (until !== undefined && days.some((day) => day > until));
      })
      .map(({ code }) => code),
    ...defaultProcedure.checks.filter(({ code }) => !checks.has(code)).map(({ code }) => code),
    ...findings,
    ...(letter === undefined || signed ? [] : [letter]),
    ...(direction === 'unmet' ? ['direction'] : []),
    ...(relocating ? ['relocating'] : []),
    ...(shut ? [] : ['not shut']),
  ];
}

function startOver(now: Unmet): void {
  now.requirements.clear();
  now.checks.clear();
  now.findings.clear();
}

function loses(now: Unmet, licenceId: string): void {
  const licences = now.requirements.get('LICENCES');
  if (now.held.delete(licenceId) && now.shut && licences && !licences.waived) licences.met = false;
}

function happens(now: Unmet, { type, data }: Fact): void {
  const about = (key: string): string => String(Object.entries(data).find(([name]) => name === key)?.[1]);
  switch (type) {
    case 'ClosureOrdered':
      startOver(now);
      now.letters.length = 0;
      now.shut = true;
      break;
    case 'RelocationCompleted':
      startOver(now);
      if (!now.shut) now.letters.length = 0;
      Object.assign(now, { shut: true, newSite: true, relocating: false, direction: 'none' });
      break;
    case 'InspectionPassed':
      now.newSite = false;
      break;
    case 'ClosureWithdrawn':
    case 'ClosureQuashed':
      startOver(now);
      now.letters.length = 0;
      now.shut = now.newSite;
      break;
    case 'ReopeningAuthorised':
      now.shut = false;
      break;
    case 'CheckRecorded':
      if (about('outcome') === 'fail') now.checks.delete(about('check'));
      else now.checks.add(about('check'));
      break;
    case 'FindingRaised':
      now.findings.add(about('findingId'));
      break;
    case 'FindingCleared':
      now.findings.delete(about('findingId'));
      break;
    case 'RequirementSatisfied':
      now.requirements.set(about('requirement'), { met: true, waived: false, until: undefined });
      break;
    case 'RequirementWaived':
      now.requirements.set(about('requirement'), { met: true, waived: true, until: about('expiresOn') });
      break;
    case 'RequirementLapsed':
      now.requirements.delete(about('requirement'));
      break;
    case 'LicenceGranted':
    case 'LicenceReinstated':
      now.held.add(about('licenceId'));
      break;
    case 'LicenceSuspended':
    case 'LicenceRevoked':
    case 'LicenceExpired':
    case 'LicenceSurrendered':
      loses(now, about('licenceId'));
      break;
    case 'GuaranteeLetterDemanded':
      now.letters.push({ id: about('letterId'), status: type });
      break;
    case 'GuaranteeLetterSigned':
    case 'GuaranteeLetterAccepted':
    case 'GuaranteeLetterBreached':
    case 'GuaranteeLetterDeclined':
    case 'GuaranteeLetterWithdrawn':
      for (const letter of now.letters) if (letter.id === about('letterId')) letter.status = type;
      break;
    case 'PowerDirectionIssued':
    case 'PowerCurtailed':
    case 'PowerDirectionBreached':
      now.direction = 'unmet';
      break;
    case 'CurtailmentVerified':
      now.direction = 'met';
      break;
    case 'PowerDirectionWithdrawn':
    case 'CurtailmentEnded':
      now.direction = 'none';
      break;
    case 'RelocationStarted':
    case 'RelocationAbandoned':
      now.relocating = type === 'RelocationStarted';
      break;
    default:
      break;
  }
}
