import { openFindings } from '@rectify/engine';
import { act, after, type Course, document, isShutIn, owner, type Part, takes } from '../course.ts';
import { DAY } from '../durations.ts';

/** The owner makes good what was found, now and then after asking for more time. */
export function* remediation(course: Course, cycle: number): Part<void> {
  if (course.chance.happens(0.18)) yield* moreTime(course, cycle);
  yield* takes(course, 'remediation');
  if (!isRemediating(course, cycle)) return;
  const evidence = openFindings(course.mine().mine.findings).map(({ findingId }) => ({
    findingId,
    document: document(course, `Made good ${findingId}.pdf`),
  }));
  if (evidence.length > 0) yield* act(course, owner(course), 'RemediationDeclared', { evidence });
}

function* moreTime(course: Course, cycle: number): Part<void> {
  yield* after(course, 2 * DAY);
  const [finding] = openFindings(course.mine().mine.findings);
  if (!finding || !isRemediating(course, cycle)) return;
  const { findingId } = finding;
  const dueOn = new Date(Date.parse(finding.dueOn) + course.chance.whole(5, 20) * DAY).toISOString().slice(0, 10);
  course.send(owner(course), 'ExtensionRequested', { findingId, dueOn, reason: 'Parts are late.' });
  yield* takes(course, 'answer');
  if (!isRemediating(course, cycle)) return;
  const supervisor = course.at('supervisor');
  if (course.chance.happens(0.7))
    course.send(supervisor, 'RemediationExtended', { findingId, dueOn, reason: 'Parts are late.' });
  else course.send(supervisor, 'ExtensionRefused', { findingId, reason: 'There was enough time.' });
}

function isRemediating(course: Course, cycle: number): boolean {
  return course.mine().value.operation === 'closed.remediating' && isShutIn(course, cycle);
}
