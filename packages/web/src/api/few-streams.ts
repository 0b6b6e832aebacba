/**
 * How many pages of one browser follow the live stream at most. Over HTTP/1.1 a browser opens six connections to a server for all its pages together: one that was taken up by
 * every page would leave none to ask anything on.
 */
const STREAMS = 4;

/** Follows for as long as that takes, if this page may be one of the few; says whether it was. Throws what following throws. */
export async function asOneOfFew(follow: () => Promise<void>): Promise<boolean> {
  // Only where a page is served over HTTPS, or from this machine, can pages tell of each other.
  if (!('locks' in navigator)) {
    await follow();
    return true;
  }
  for (let place = 1; place <= STREAMS; place += 1) {
    const followed = await navigator.locks.request(`rectify.live.${place}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await follow();
      return true;
    });
    if (followed) return true;
  }
  return false;
}

/** Resolves when somebody can see the page, or it is told to stop. */
export function untilSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'visible' || signal.aborted) return resolve();
    const heard = () => {
      if (document.visibilityState === 'visible') done();
    };
    const done = () => {
      document.removeEventListener('visibilitychange', heard);
      resolve();
    };
    document.addEventListener('visibilitychange', heard);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** Aborts when nobody can see the page any more, or it is told to stop. */
export function untilHidden(signal: AbortSignal): AbortSignal {
  const hidden = new AbortController();
  const heard = () => {
    if (document.visibilityState === 'hidden') hidden.abort();
  };
  document.addEventListener('visibilitychange', heard);
  const either = AbortSignal.any([signal, hidden.signal]);
  either.addEventListener('abort', () => document.removeEventListener('visibilitychange', heard), { once: true });
  return either;
}
