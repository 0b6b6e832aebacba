import type { MineAnswer } from '../api/answers.ts';
import { TruthMark } from './truth-mark.tsx';

/** What stands beside a closure wherever it shows: under appeal, overturned on appeal. */
export function ClosureMarks({ closure }: Pick<MineAnswer, 'closure'>) {
  if (!closure) return null;
  if (closure.appealOutcome === 'quashed') return <TruthMark truth="overturned" />;
  return closure.underAppeal ? <TruthMark truth="underAppeal" /> : null;
}
