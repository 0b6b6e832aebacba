import { isOutOfReach, whyOf } from './failure.ts';

/** Whether a cluster answers calls of one kind. It tells of a change, once, and not of every call. */
export interface Contact {
  /** A call was answered. */
  answered(): void;
  /** A call failed. */
  failed(error: unknown): void;
}

/**
 * Begins as if calls were answered.
 * @param calls what they are, as the subject of a sentence
 */
export function contactFor(
  calls: string,
  { onNotice, closing }: { readonly onNotice: (notice: string) => void; readonly closing: AbortSignal },
): Contact {
  let lost = false;
  return {
    answered() {
      if (lost) onNotice(`${calls} works again.`);
      lost = false;
    },
    failed(error) {
      if (lost || closing.aborted || !isOutOfReach(error)) return;
      lost = true;
      onNotice(`${calls} does not work now and is tried again: ${whyOf(error)}`);
    },
  };
}
