import type { EventForMany, PreviewOfMany } from '../../api/campaigns.ts';

/** What was previewed: the mines, the event, and what it would come to. */
export interface Previewed {
  readonly query: Readonly<Record<string, string>>;
  readonly event: EventForMany;
  readonly answer: PreviewOfMany;
}
