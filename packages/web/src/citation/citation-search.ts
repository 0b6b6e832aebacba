import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/** What the address of a cited figure holds: the parameters of the API's link, its two times being those of the page. */
export const citationSearch = z.object({
  query: z.string().catch(''),
  figure: z.string().catch(''),
  store: text,
  position: text,
  value: text,
});
