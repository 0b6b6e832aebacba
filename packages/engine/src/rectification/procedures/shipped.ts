import type { Procedure } from './procedure.ts';
import { defaultProcedure } from './procedures.ts';
import { strict1 } from './strict-1.ts';

/** The procedures that come with Rectify. All but the default have to be published to be in force anywhere. */
export const shippedDocuments: readonly Procedure[] = [defaultProcedure, strict1];
