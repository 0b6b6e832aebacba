import { counted } from './times.ts';

/** The cases that somebody has, and what became of handing them over. */
interface HandOverDone {
  readonly from: string;
  readonly to: string;
  /** False where they were only shown. */
  readonly handedOver: boolean;
  readonly cases: readonly string[];
  readonly refused: readonly { readonly mineId: string; readonly detail: string }[];
}

/** What a hand-over did, or would do, in words. */
export function handOverInWords({ from, to, handedOver, cases, refused }: HandOverDone): string {
  if (cases.length === 0) return `${from} has no cases.`;
  if (!handedOver)
    return `${from} has ${counted(cases.length, 'case')}: ${cases.join(', ')}.\nHand them to ${to} with --yes.`;
  return [
    `${counted(cases.length - refused.length, 'case')} handed from ${from} to ${to}.`,
    ...refused.map(({ mineId, detail }) => `${mineId} was not: ${detail}`),
  ].join('\n');
}
