import { CannotBeDone } from './failures.ts';

/** Aborts when somebody ends the command, so that it can remove what is half done; a second time ends it at once. */
export function interruption(whatIsLeft: string): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => controller.abort(new CannotBeDone(`Stopped. ${whatIsLeft}`)));
  }
  return controller.signal;
}
