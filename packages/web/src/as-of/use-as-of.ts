import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSystem } from '../api/system.ts';
import { type AsOf, asOfFrom } from './as-of.ts';

/** What the page looks at, and how to look at something else. */
export type UseAsOf = AsOf & {
  /** Turns the page to a day `YYYY-MM-DD`, or back to now. */
  readonly goTo: (day: string) => void;
  /** Whether the server holds the demonstration. */
  readonly demonstration: boolean;
};

/** The instant that the page looks at, from its address. */
export function useAsOf(): UseAsOf {
  const { asOf: asked } = useSearch({ strict: false });
  const { data: system } = useSystem();
  const navigate = useNavigate();
  const demonstration = system?.demonstration ?? false;
  const scenarioEndsAt = demonstration ? system?.scenarioEndsAt : null;
  return useMemo(() => {
    const goTo = (day: string) => {
      // "Now" needs to be said only where the page would open on another day.
      const asOf = day === 'today' && !scenarioEndsAt ? undefined : day;
      void navigate({ to: '.', search: (previous) => ({ ...previous, asOf, cursor: undefined, page: undefined }) });
    };
    return { ...asOfFrom(asked, scenarioEndsAt), goTo, demonstration };
  }, [asked, scenarioEndsAt, demonstration, navigate]);
}
