import { type AnyMachineSnapshot, type AnyStateMachine, getNextTransitions, transition } from 'xstate';
import type { Mine } from './case/mine.ts';
import { type ChartRegion, owningRegion } from './catalogue.ts';
import { type ChartValue, chartValue, type Transition } from './chart-value.ts';
import { type EventType, eventTypes, isEventType } from './events/events.ts';
import { reasonsAgainst } from './guards/guards.ts';
import { rectification } from './machine.ts';
import type { MineEvent } from './mine-event.ts';
import { NO_SUCH_STEP, type Reason } from './reason.ts';

/** Where a mine stands: the chart's value and all that is remembered. */
export interface Standing {
  readonly value: ChartValue;
  readonly mine: Mine;
}

/** What the statechart says of an event: the step it takes, or every reason against it. */
export type Decision =
  | { readonly accepted: true; readonly transition: Transition; readonly standing: Standing }
  | {
      readonly accepted: false;
      readonly code: 'illegal-transition' | 'condition-not-met';
      readonly reasons: readonly Reason[];
    };

/** Decides by the statechart: XState itself, or what is compiled from the same chart; all answer alike. */
export interface Decider {
  /**
   * Decides whether an event may happen to a mine. Pure: reads no clock, writes nothing.
   * The event counts as accepted only if a transition of its owning region is enabled.
   */
  readonly decide: (standing: Standing, event: MineEvent) => Decision;
  /** The event types for which the statechart has a step from where a mine stands, whatever their conditions. */
  readonly stepsFrom: (standing: Standing) => readonly EventType[];
}

/** Where a mine stands when it has just been registered. */
export const initialValue: ChartValue = { operation: 'operating', appeal: 'none', power: 'none' };

/** Makes a decider of a chart by XState. */
export function xstateDecider(chart: AnyStateMachine): Decider {
  const standsAt = ({ value, mine }: Standing) => chart.resolveState({ value: nested(value), context: mine });
  return {
    decide: (standing, event) => {
      const { value, mine } = standing;
      const snapshot = standsAt(standing);
      if (!stepsOf(snapshot).has(event.type)) return refused([noSuchStep(value, event.type)]);
      const reasons = reasonsAgainst(mine, event);
      if (reasons.length > 0) return refused(reasons);
      const enabled = chart.getTransitionData(snapshot, event);
      if (!enabled.some(({ source }) => regionOf(source.path) === owningRegion(event.type)))
        return refused([noSuchStep(value, event.type)]);
      const [next] = transition(chart, snapshot, event);
      const after = dotted(next.value);
      return { accepted: true, transition: { from: value, to: after }, standing: { value: after, mine: next.context } };
    },
    stepsFrom: (standing) => {
      const steps = stepsOf(standsAt(standing));
      return eventTypes.filter((type) => steps.has(type));
    },
  };
}

/** Decides by the statechart itself: the definition, by which any other decider is judged. */
export const byXState: Decider = xstateDecider(rectification);
/** What {@link byXState} does, each by itself. */
export const { decide, stepsFrom } = byXState;

/** The refusal for some reasons, at least one. */
export function refused(reasons: readonly Reason[]): Decision {
  const noStep = reasons.some(({ code }) => NO_SUCH_STEP.has(code));
  return { accepted: false, code: noStep ? 'illegal-transition' : 'condition-not-met', reasons };
}

function stepsOf(snapshot: AnyMachineSnapshot): ReadonlySet<string> {
  return new Set(
    getNextTransitions(snapshot)
      .filter(({ eventType, source }) => isEventType(eventType) && regionOf(source.path) === owningRegion(eventType))
      .map(({ eventType }) => eventType),
  );
}

function regionOf(path: readonly string[]): ChartRegion | undefined {
  const [top] = path;
  return top === 'operation' || top === 'appeal' || top === 'power' ? top : undefined;
}

/** The reason given when the statechart has no such step from where the mine is. */
export function noSuchStep(value: ChartValue, type: EventType): Reason {
  const region = owningRegion(type);
  return {
    code: 'no-such-step',
    detail: `${type} is not possible while the mine's ${region} is ${value[region]}.`,
    who: 'nobody',
    about: value[region],
  };
}

/** XState's nested value as the dotted one that is stored and shown. */
function dotted(value: unknown): ChartValue {
  const flat = (part: unknown): string =>
    typeof part === 'string'
      ? part
      : Object.entries(part ?? {})
          .map(([state, inner]) => `${state}.${flat(inner)}`)
          .join();
  const regions = Object.entries(value ?? {}).map(([region, part]) => [region, flat(part)]);
  return chartValue.parse(Object.fromEntries(regions));
}

function nested({ operation, appeal, power }: ChartValue) {
  const unflat = (state: string) => {
    const [parent, child] = state.split('.');
    return parent !== undefined && child !== undefined ? { [parent]: child } : state;
  };
  return { operation: unflat(operation), appeal: unflat(appeal), power };
}
