import type { ClosureAnswer, DeadlineAnswer, MineAnswer, MineDetail } from '@rectify/projections';
import { heading } from './output.ts';
import { stateInWords } from './states.ts';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

/** Mines as a table: one line each. */
export function mineTable(mines: readonly MineAnswer[]): string {
  const rows = mines.map((mine) => [
    mine.mineId,
    mine.name,
    mine.region,
    stateInWords(mine.state),
    mine.shut && mine.closure ? beijing(mine.closure.since, mine.closure.sincePrecision) : '',
    mine.shut && mine.closure ? String(mine.closure.days) : '',
    waitingInWords(mine),
    mine.nextDeadline ? `${mine.nextDeadline.dueOn}${mine.nextDeadline.overdue ? ' overdue' : ''}` : '',
  ]);
  return table(['MINE', 'NAME', 'REGION', 'STATE', 'SHUT SINCE', 'DAYS', 'WAITING ON', 'DUE'], rows, { right: [5] });
}

/** One mine in plain words: what is the matter, since when, why, whose turn it is, what is missing. */
export function mineInWords(mine: MineDetail): string {
  const { detail } = mine;
  const about = `${mine.region}, ${mine.operator.name}, ${mine.capacity.amount} ${mine.capacity.unit}`;
  const lines = [
    ...standing(mine),
    ...section(
      'Deadlines',
      detail.deadlines.map((due) => [due.dueOn ?? 'no day', deadlineInWords(due)]),
    ),
    ...section(
      'Findings',
      detail.findings.map(({ findingId, status, dueOn, overdue, description }) => [
        findingId,
        status === 'open' ? `open, due ${dueOn}${overdue ? ', overdue' : ''}` : status,
        description,
      ]),
    ),
    ...section(
      'Checks',
      mine.shut ? detail.checks.map(({ check, outcome, title }) => [check, outcome ?? 'not recorded', title.en]) : [],
    ),
    ...section(
      'Requirements',
      mine.shut
        ? detail.requirements.map(({ requirement, status, expired, title, reason }) => [
            requirement,
            expired ? `${status}, expired` : status,
            reason === null ? title.en : `${title.en}: ${reason}`,
          ])
        : [],
    ),
    ...section(
      'Guarantee letters',
      detail.letters.map(({ letterId, status, dueOn, text }) => [letterId, `${status}, due ${dueOn}`, text]),
    ),
    ...section(
      'Licences',
      detail.licences.map(({ licenceId, kind, status, expired, validUntil }) => [
        licenceId,
        expired ? `${status}, expired` : status,
        `${kind}${validUntil === null ? '' : `, valid until ${validUntil}`}`,
      ]),
    ),
    ...section('Power', powerRows(detail)),
    ...section(
      'Lost capacity, as reported, unverified',
      detail.lostCapacity.map(({ from, to, approximate, amountPerDay, unit, scope }) => [
        `${from}${to === null ? '' : ` to ${to}`}`,
        `${approximate ? 'about ' : ''}${amountPerDay} (${unit}) a day, of the ${scope}`,
      ]),
    ),
    ...section(
      'Appeals',
      detail.appeals.map(({ appealId, status, against, grounds }) => [
        appealId,
        `${status}, against the ${against}`,
        grounds,
      ]),
    ),
    ...section(
      'Waiting for approval',
      detail.approvals.map(({ approvalId, event, requestedBy }) => [
        approvalId,
        event.type,
        `requested by ${requestedBy.id ?? requestedBy.role} (${requestedBy.role}, ${requestedBy.office})`,
      ]),
    ),
  ];
  const foot = `Revision ${mine.revision}, as of ${beijing(mine.asOf)}.`;
  return [`${heading(mine.mineId)}  ${mine.name}  (${about})`, '', ...lines, '', foot].join('\n');
}

function standing(mine: MineDetail): string[] {
  const { closure, flags } = mine;
  const waiting = waitingInWords(mine);
  return [
    `${capitalised(stateInWords(mine.state))}. It ${mine.mayOperate ? 'may' : 'may not'} run.`,
    ...(closure ? closureInWords(closure) : []),
    ...(waiting === '' ? [] : [`Waiting on ${waiting}.`]),
    ...(flags.length === 0 ? [] : [`Attention: ${flags.map((flag) => flag.replaceAll('-', ' ')).join(', ')}.`]),
  ];
}

function closureInWords(closure: ClosureAnswer): string[] {
  const since = beijing(closure.since, closure.sincePrecision);
  const length = counted(closure.days, 'day');
  if (closure.until !== null) {
    return [
      `Last closure (cycle ${closure.cycle}): shut from ${since} to ${beijing(closure.until)}, ${length}, ${closure.outcome ?? 'ended'}.`,
    ];
  }
  const appealed = closure.underAppeal ? ' The order is under appeal.' : '';
  return [
    `Shut since ${since}, ${length} so far (cycle ${closure.cycle}).${appealed}`,
    ...(closure.grounds === null ? [] : [`Grounds: ${closure.grounds}`]),
    ...(closure.authority === null ? [] : [`Ordered by: ${closure.authority}. Legal basis: ${closure.legalBasis}`]),
  ];
}

function powerRows({ power: { direction, relocation }, allowedPower }: MineDetail['detail']): string[][] {
  return [
    ...(direction
      ? [[direction.directionId, `directed to ${direction.alternatives.join(' or ')} by ${direction.dueOn}`]]
      : []),
    ...(allowedPower ? [['', `may draw ${allowedPower.amount} ${allowedPower.unit}`]] : []),
    ...(relocation ? [['', `moving to ${relocation.destination} since ${beijing(relocation.startedAt)}`]] : []),
  ];
}

/** A deadline in words: `first inspection, authority (tax), 4 days late`. */
function deadlineInWords({ rule, party, office, subject, overdue, daysLate, undated }: DeadlineAnswer): string {
  const whose = party === 'authority' ? `authority${office === null ? '' : ` (${office})`}` : 'owner';
  return [
    rule.replaceAll('-', ' '),
    ...(subject === null ? [] : [subject]),
    whose,
    ...(overdue ? [`${counted(daysLate, 'day')} late`] : []),
    ...(undated ? [`the calendar does not say which days of ${undated.year} are worked`] : []),
  ].join(', ');
}

function waitingInWords({ waitingOn, waitingOnOffice }: MineAnswer): string {
  if (waitingOn === 'nobody') return '';
  return waitingOnOffice === null ? `the ${waitingOn}` : `the ${waitingOn} (${waitingOnOffice})`;
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0
    ? []
    : [
        '',
        heading(title),
        table(
          [],
          rows.map((row) => ['', ...row]),
        ),
      ];
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
