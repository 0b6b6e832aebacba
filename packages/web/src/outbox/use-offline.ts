import { useEffect } from 'react';

/** Has the browser keep the page itself, so that it opens without a line. Browsers do so over https and from this computer alone. */
export function useOffline(): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, []);
}
