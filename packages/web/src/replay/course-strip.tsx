import { statusOf } from '@rectify/engine/rectification';
import { dayOfInstant } from '../language/dates.ts';
import { useDates } from '../language/use-words.ts';
import classes from './course-strip.module.css';
import type { ReplayStep } from './replay-steps.ts';

/** Under the slider: in which status the mine was between its steps, and the first and the last day. The list says the same. */
export function CourseStrip({ steps, index }: { readonly steps: readonly ReplayStep[]; readonly index: number }) {
  const dates = useDates();
  const last = steps.length - 1;
  const day = (step: ReplayStep | undefined) => (step ? dates.day(dayOfInstant(step.standing.occurredAt)) : '');
  return (
    <div>
      <svg
        aria-hidden="true"
        className={classes.strip}
        viewBox={`0 0 ${Math.max(last, 1)} 1`}
        preserveAspectRatio="none"
      >
        {steps.slice(0, Math.max(last, 1)).map(({ standing, value }, at) => (
          <rect
            key={standing.event.eventId}
            data-status={statusOf(value.operation)}
            data-ahead={at >= index}
            x={at}
            width={1}
            height={1}
          />
        ))}
      </svg>
      <p className={classes.days} aria-hidden="true">
        <span>{day(steps[0])}</span>
        <span>{day(steps[last])}</span>
      </p>
    </div>
  );
}
