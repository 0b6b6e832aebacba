import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

function subscribe(notify: () => void) {
  const media = matchMedia(query);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
}

/** Whether the page is as narrow as a phone: where a table would not fit, a list stands in its place. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
