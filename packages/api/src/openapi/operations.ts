import { analysisOperations } from '../routes/analysis.ts';
import { campaignOperations } from '../routes/campaigns.ts';
import { closureOperations } from '../routes/closures.ts';
import { docsOperations } from '../routes/docs.ts';
import { documentOperations } from '../routes/documents.ts';
import { handoverOperations } from '../routes/handovers.ts';
import { healthOperations } from '../routes/health.ts';
import { historyOperations } from '../routes/history.ts';
import { liveOperations } from '../routes/live.ts';
import { manyOperations } from '../routes/many.ts';
import { mineOperations } from '../routes/mines.ts';
import { nextOperations } from '../routes/next.ts';
import { notificationOperations } from '../routes/notifications.ts';
import { previewOperations } from '../routes/previewing.ts';
import { draftOperations } from '../routes/procedure-drafts.ts';
import { procedureOperations } from '../routes/procedures.ts';
import { publishingOperations } from '../routes/publishing.ts';
import { rebuildOperations } from '../routes/rebuild.ts';
import { regionOperations } from '../routes/regions.ts';
import type { RouteName } from '../routes/rights.ts';
import { runOperations } from '../routes/runs.ts';
import { seenOperations } from '../routes/seen.ts';
import { sendingOperations } from '../routes/sending.ts';
import { sessionOperations } from '../routes/session.ts';
import { systemOperations } from '../routes/system.ts';
import { timeOperations } from '../routes/time.ts';
import { workOperations } from '../routes/work.ts';
import { workingDayOperations } from '../routes/working-days.ts';
import type { Operation } from './operation.ts';

/** What the documentation says of every route. */
export const operations: Readonly<Record<RouteName, Operation>> = {
  ...mineOperations,
  ...sendingOperations,
  ...previewOperations,
  ...historyOperations,
  ...documentOperations,
  ...nextOperations,
  ...manyOperations,
  ...closureOperations,
  ...analysisOperations,
  ...timeOperations,
  ...campaignOperations,
  ...runOperations,
  ...workOperations,
  ...notificationOperations,
  ...seenOperations,
  ...handoverOperations,
  ...regionOperations,
  ...liveOperations,
  ...rebuildOperations,
  ...procedureOperations,
  ...workingDayOperations,
  ...publishingOperations,
  ...draftOperations,
  ...systemOperations,
  ...sessionOperations,
  ...docsOperations,
  ...healthOperations,
};
