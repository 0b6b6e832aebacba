import { useSyncExternalStore } from 'react';

/** Whether the window fits a media query, now and as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}

/** Whether the page is as narrow as a phone: where a table would not fit, a list stands in its place. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 767px)');
}

/** Whether there is room for two columns of text side by side. */
export function useWide(): boolean {
  return useMedia('(min-width: 1080px)');
}
