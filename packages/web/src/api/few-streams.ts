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

/**
 * Does something for as long as somebody can see the page, beginning when they can: it is given a signal that aborts when nobody can any more, or it is told to stop.
 * Nothing is begun once it is.
 */
export async function whileSeen(signal: AbortSignal, work: (here: AbortSignal) => Promise<void>): Promise<void> {
  await untilSeen(signal);
  if (signal.aborted) return;
  const hidden = new AbortController();
  const heard = () => {
    if (!isSeen()) hidden.abort();
  };
  document.addEventListener('visibilitychange', heard);
  try {
    await work(AbortSignal.any([signal, hidden.signal]));
  } finally {
    document.removeEventListener('visibilitychange', heard);
  }
}

/** Whether somebody can see the page. */
export function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

function untilSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (isSeen() || signal.aborted) return resolve();
    const heard = () => {
      if (isSeen() || signal.aborted) done();
    };
    const done = () => {
      document.removeEventListener('visibilitychange', heard);
      signal.removeEventListener('abort', heard);
      resolve();
    };
    document.addEventListener('visibilitychange', heard);
    signal.addEventListener('abort', heard);
  });
}
