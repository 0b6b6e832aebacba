import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MineDetail, SentAnswer } from '../api/answers.ts';
import { useSend } from '../api/queries.ts';
import { useSession } from '../session/session.ts';
import { dropAct, type KeptAct, keepAct } from './kept-acts.ts';
import { sendAct } from './send-act.ts';

/** An act as a form hands it over. */
export type ToDeliver = Pick<KeptAct, 'key' | 'form' | 'preset'> & {
  readonly event: KeptAct['events'][number];
  readonly seenRevision?: number;
};

/** What became of it: the server's answer, or that it is kept on this device and sent when there is a line. */
export type Delivered = { readonly answer: SentAnswer } | 'kept';

/**
 * Sends what a form holds, its documents first. With `keep` it is kept on this device before that, and stays there where the server does not
 * answer. The mutation's error is a `Problem`, `Unreachable` or `Unreadable`; nothing was stored then. `share`: how much of a document was sent.
 */
export function useDelivery(mine: Pick<MineDetail, 'mineId' | 'name'>, { keep }: { readonly keep: boolean }) {
  const person = useSession()?.id ?? '';
  const send = useSend(mine.mineId);
  const [share, setShare] = useState<number | null>(null);
  const delivery = useMutation<Delivered, Error, ToDeliver>({
    // Without a line it is kept, which does not wait for one.
    networkMode: 'always',
    mutationFn: async ({ event, key, seenRevision, form, preset }) => {
      if (!keep) {
        const seen = seenRevision === undefined ? {} : { seenRevision };
        return { answer: await send.mutateAsync({ ...event, key, onProgress: setShare, ...seen }) };
      }
      const act: KeptAct = {
        key,
        person,
        mineId: mine.mineId,
        mineName: mine.name,
        form,
        preset,
        keptAt: new Date().toISOString(),
        events: [event],
        together: false,
        state: 'waiting',
        ...(seenRevision === undefined ? {} : { seenRevision }),
      };
      await keepAct(act);
      const outcome = await sendAct(act, { onProgress: setShare });
      if (outcome.kind === 'waiting') return 'kept';
      if (outcome.kind === 'received') return { answer: outcome.answer };
      // The form is open: what is wrong is shown there, and what was entered stays in it.
      await dropAct(key);
      throw outcome.error;
    },
    onSettled: () => setShare(null),
  });
  return { ...delivery, share };
}
