import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandedOver, MineList } from './answers.ts';
import { newKey, request } from './client.ts';

/** Who has the cases, and who is to have them. */
export interface Handover {
  readonly from: string;
  readonly to: string;
}

/** What handing over would do, as it was shown; `key` names the act, so that it happens once however often it is sent. */
export interface HandoverShown extends Handover {
  readonly answer: HandedOver;
  /** What the mines are called, as far as they were listed. */
  readonly names: ReadonlyMap<string, string>;
  readonly key: string;
}

/** Asks what would become of every case that somebody has; nothing is stored. */
export function useHandoverPreview() {
  return useMutation({
    mutationFn: async ({ from, to }: Handover): Promise<HandoverShown> => {
      const [answer, mines] = await Promise.all([
        request<HandedOver>('POST', '/v1/handovers/preview', { body: { from, to } }),
        request<MineList>('GET', '/v1/mines', { query: { assignee: from, limit: 500 } }),
      ]);
      const names = new Map(mines.items.map(({ mineId, name }) => [mineId, name]));
      return { from, to, answer, names, key: newKey() };
    },
  });
}

/** Hands over the cases that were shown as going over, and no others. */
export function useHandover() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ from, to, answer, key }: HandoverShown) => {
      const mineIds = answer.cases.filter(({ outcome }) => outcome === 'handed-over').map(({ mineId }) => mineId);
      return request<HandedOver>('POST', '/v1/handovers', {
        body: { from, to, mineIds },
        headers: { 'Idempotency-Key': key },
      });
    },
    onSuccess: () =>
      Promise.all([['work'], ['mines'], ['mine']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
