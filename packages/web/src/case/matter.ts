import { amountText, dueText } from '@rectify/words';
import type { MineDetail } from '../api/answers.ts';
import { daysText } from '../language/durations.ts';
import { missingForReopening, sayMissingByWho } from './missing.ts';
import type { Speech } from './speech.ts';

/**
 * What is the matter with a mine now, in sentences a person would say: since when it stands as it does and by whose doing, what it
 * waits for, and what else is pending. The first sentence is the one to read if one reads one.
 */
export function matterOf(mine: MineDetail, speech: Speech): string[] {
  return [...standing(mine, speech), ...appeal(mine, speech), ...power(mine, speech), ...requests(mine, speech)];
}

function standing(mine: MineDetail, speech: Speech): string[] {
  switch (mine.state.operation) {
    case 'operating':
    case 'reopened':
      return [running(mine, speech)];
    case 'decommissioned':
      return [decommissioned(mine, speech)];
    default:
      return [shutSince(mine, speech), ...whileShut(mine, speech)];
  }
}

function running({ closure, mayOperate }: MineDetail, { t, day }: Speech): string {
  if (!mayOperate) return t('case.matter.mustNotRun');
  if (!closure || closure.until === null) return t('case.matter.neverClosed');
  const ended = { day: day(closure.until), days: daysText(closure.days, t) };
  switch (closure.outcome) {
    case 'withdrawn':
      return t('case.matter.withdrawn', ended);
    case 'quashed':
      return t('case.matter.quashed', ended);
    default:
      return t('case.matter.reopened', ended);
  }
}

function decommissioned({ closure }: MineDetail, { t, day }: Speech): string {
  return closure?.outcome === 'decommissioned' && closure.until !== null
    ? t('case.matter.decommissionedOn', { day: day(closure.until) })
    : t('case.matter.decommissioned');
}

function shutSince({ closure }: MineDetail, { t, words, time }: Speech): string {
  if (!closure) return t('case.matter.shut');
  const day = time(closure.since, closure.sincePrecision === 'month' ? 'month' : 'day');
  if (closure.cause === 'relocation') return t('case.matter.moved', { day });
  return closure.authority === null || closure.authority === 'not stated'
    ? t('case.matter.closedNotStated', { day })
    : t('case.matter.closedBy', { day, authority: words.stated(closure.authority) });
}

function whileShut(mine: MineDetail, speech: Speech): string[] {
  const { t, near, words } = speech;
  const { detail, nextDeadline } = mine;
  const { running: inspecting, scheduled, reinspection, lastFailedAt, remediationDeclaredAt } = detail.inspections;
  const due = (rule: string) => detail.deadlines.find((deadline) => deadline.rule === rule);
  switch (mine.state.operation) {
    case 'closed.awaitingInspection':
    case 'closed.awaitingReinspection': {
      const again = mine.state.operation === 'closed.awaitingReinspection';
      const inspection = due(again ? 're-inspection' : 'first-inspection');
      const wait = {
        office: words.office(inspection?.office ?? mine.waitingOnOffice ?? 'not stated'),
        due: inspection ? t('case.matter.dueSuffix', { due: dueText(inspection.dueOn, speech) }) : '',
      };
      return [
        ...(again && remediationDeclaredAt ? [t('case.matter.declared', { day: near(remediationDeclaredAt) })] : []),
        t(again ? 'case.matter.awaitingReinspection' : 'case.matter.awaitingInspection', wait),
        ...(scheduled ? [t('case.matter.scheduled', { day: scheduledFor(scheduled.scheduledFor, speech) })] : []),
      ];
    }
    case 'closed.inspecting':
      return inspecting
        ? [t(reinspection ? 'case.matter.reinspecting' : 'case.matter.inspecting', { day: near(inspecting.startedAt) })]
        : [];
    case 'closed.remediating': {
      const open = detail.findings.filter(({ status }) => status === 'open');
      const first = open.map(({ dueOn }) => dueOn).toSorted()[0];
      const count = { count: open.length, due: first ? dueText(first, speech) : '' };
      return [
        ...(lastFailedAt ? [t('case.matter.failed', { day: near(lastFailedAt) })] : []),
        ...(first ? [t(open.length === 1 ? 'case.matter.remediatingOne' : 'case.matter.remediating', count)] : []),
      ];
    }
    default: {
      const passed = t(mine.status === 'licensed' ? 'case.matter.licensed' : 'case.matter.inspected');
      const missing = missingForReopening(mine, speech);
      const dueOn = nextDeadline ? t('case.matter.dueSuffix', { due: dueText(nextDeadline.dueOn, speech) }) : '';
      if (missing.length === 0) return [passed, t('case.matter.authorise', { due: dueOn })];
      return [passed, t('case.matter.missing', { missing: sayMissingByWho(missing, speech) })];
    }
  }
}

function scheduledFor(value: string, { near, time }: Speech): string {
  return value.includes('T') ? time(value) : near(value);
}

function appeal({ state, closure, shut }: MineDetail, { t }: Speech): string[] {
  if (state.appeal === 'lodged.stayed') return [t('case.matter.stayed')];
  if (!shut || state.appeal !== 'lodged.unstayed') return [];
  return [t(closure?.underAppeal ? 'case.matter.appealed' : 'case.matter.otherAppeal')];
}

function power({ state, status, detail, mayOperate }: MineDetail, speech: Speech): string[] {
  const { t, words } = speech;
  const { direction, relocation } = detail.power;
  if (relocation)
    return [t(mayOperate ? 'case.matter.moving' : 'case.matter.movingShut', { to: relocation.destination })];
  // Once the inspection has passed, the direction stands among what is missing.
  const said = status === 'inspected' || status === 'licensed';
  if (state.power === 'ordered' && direction && !said) {
    const or = direction.alternatives.map((alternative) => words.option('alternatives', alternative));
    return [t('case.matter.ordered', { alternatives: or.join(t('case.or')), due: dueText(direction.dueOn, speech) })];
  }
  if (state.power === 'curtailed' && detail.allowedPower) {
    return [t('case.matter.curtailed', { amount: amountText(detail.allowedPower) })];
  }
  return [];
}

/** Requests are known whatever day one looks at; those made after it are not the matter then. */
function requests({ detail, asOf }: MineDetail, { t, words, inSentence }: Speech): string[] {
  return detail.approvals
    .filter(({ requestedAt }) => Date.parse(requestedAt) <= Date.parse(asOf))
    .map(({ event }) => t('case.matter.requested', { verb: inSentence(words.verb(event.type)) }));
}
