import type { Caller, StartedAnswer } from '@rectify/api';
import type { RunAnswer } from '@rectify/projections';
import type { WritingCampaigns } from '../../access/campaigns.ts';
import { progress, progressDone } from '../../print/output.ts';

/** Waits until a run that was started is complete, saying meanwhile on standard error how far it is. */
export async function followed(
  writing: Pick<WritingCampaigns, 'finish'>,
  { run }: StartedAnswer,
  caller: Caller,
): Promise<RunAnswer> {
  try {
    return await writing.finish(run, caller, (done) => progress(`${done} of ${run.count} cases done …`));
  } finally {
    progressDone();
  }
}
