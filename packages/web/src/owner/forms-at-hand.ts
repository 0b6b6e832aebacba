import { useEffect } from 'react';

/** How long the page has to be still before more is loaded than it shows, in milliseconds. */
const STILL = 3_000;

/** Loads the form of an event. */
export const loadForm = async () => ({ default: (await import('../case/form/event-form.tsx')).EventForm });

/** Loads what a form needs once the page is still, where one can be opened: a line that is lost later does not matter then, also where the browser keeps no page. */
export function useFormsAtHand(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const later = setTimeout(() => {
      // What does not come now is asked for again when it is opened.
      if (navigator.onLine) void Promise.allSettled([loadForm(), import('../design/calendar.tsx')]);
    }, STILL);
    return () => clearTimeout(later);
  }, [wanted]);
}
