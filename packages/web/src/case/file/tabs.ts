import type { MineDetail } from '../../api/answers.ts';
import { type Tab, tabs } from '../case-search.ts';
import { progressOf } from './tick.tsx';

/** The parts that a case has: those of a closure once there was one, what is rare where there is some of it. */
export function tabsOf({ closure, detail }: MineDetail): readonly Tab[] {
  const there: Readonly<Record<Tab, boolean>> = {
    requirements: closure !== null,
    checks: closure !== null,
    findings: closure !== null,
    deadlines: true,
    licences: true,
    letters: detail.letters.length > 0,
    power: true,
    appeals: true,
    documents: true,
    assignment: true,
    reports: detail.statements.length + detail.lostCapacity.length > 0,
    earlier: detail.earlierClosures.length > 0,
  };
  return tabs.filter((tab) => there[tab]);
}

/** How much there is in a part, beside its name: `1/3` where it is to be completed; null where that says nothing. */
export function amountIn(tab: Tab, { detail }: MineDetail): string | null {
  const { requirements, checks, findings, deadlines, endings, licences, letters, appeals, documents } = detail;
  switch (tab) {
    case 'requirements':
      return `${requirements.filter((requirement) => progressOf(requirement) === 'done').length}/${requirements.length}`;
    case 'checks':
      return `${checks.filter(({ outcome }) => outcome !== null && outcome !== 'fail').length}/${checks.length}`;
    case 'findings':
      return some(findings.length);
    case 'deadlines':
      return some(deadlines.length + endings.length);
    case 'licences':
      return some(licences.length);
    case 'letters':
      return some(letters.length);
    case 'appeals':
      return some(appeals.length);
    case 'documents':
      return some(documents.length);
    default:
      return null;
  }
}

function some(count: number): string | null {
  return count === 0 ? null : String(count);
}
