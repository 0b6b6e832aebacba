import { storeAddress, UnknownStoreUrl } from '@rectify/engine';
import { z } from 'zod';

/** The URL of a store that outlasts its process. */
export const lastingStoreUrl = z
  .string('the URL of a store, for instance sqlite:./data/events.db')
  .superRefine((value, context) => {
    try {
      if (storeAddress(value).kind !== 'memory') return;
      context.addIssue({ code: 'custom', message: 'a store that is not gone with its process' });
    } catch (error) {
      if (!(error instanceof UnknownStoreUrl)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });
