import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSystem } from '../api/system.ts';
import { type Asked, type AsOf, asOfFrom } from './as-of.ts';

/** What the page looks at, and how to look at something else. */
export type UseAsOf = AsOf & {
  /** The same as the API takes it; nothing in it where the page looks at now. */
  readonly instants: Instants;
  /** Turns the page to a day `YYYY-MM-DD` by what was known as before, or back to now and all that is known. */
  readonly goTo: (day: string) => void;
  /** Goes by all that is known now, and stays on the day. */
  readonly byAllKnown: () => void;
  /** Turns the page to both times. */
  readonly show: (asked: Asked) => void;
  /** Whether the server holds the demonstration. */
  readonly demonstration: boolean;
};

/** Both times of a question to the API. */
export interface Instants {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** The two times that the page looks at, from its address. */
export function useAsOf(): UseAsOf {
  const { asOf, knownAt } = useSearch({ strict: false });
  const { data: system } = useSystem();
  const navigate = useNavigate();
  const demonstration = system?.demonstration ?? false;
  const scenarioEndsAt = demonstration ? system?.scenarioEndsAt : null;
  return useMemo(() => {
    const at = asOfFrom({ asOf, knownAt }, scenarioEndsAt);
    // "Now" needs to be said only where the page would open on another day.
    const now = scenarioEndsAt ? 'today' : undefined;
    const show = (asked: Asked) => {
      const fromTheBeginning = { cursor: undefined, page: undefined };
      void navigate({ to: '.', search: (previous) => ({ ...previous, ...asked, ...fromTheBeginning }) });
    };
    const goTo = (day: string) => show(day === 'today' ? { asOf: now, knownAt: undefined } : { asOf: day, knownAt });
    const instants = {
      ...(at.on && { asOf: at.on.instant }),
      ...(at.known && { knownAt: at.known.instant }),
    };
    return {
      ...at,
      instants,
      goTo,
      byAllKnown: () => show({ asOf, knownAt: undefined }),
      show: ({ asOf: on, knownAt: by }) => show({ asOf: on === 'today' ? now : on, knownAt: by }),
      demonstration,
    };
  }, [asOf, knownAt, scenarioEndsAt, demonstration, navigate]);
}
