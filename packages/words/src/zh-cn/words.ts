import { domain } from './domain.ts';
import { due } from './due.ts';
import { events } from './events.ts';
import { fields } from './fields.ts';
import { reasons } from './reasons.ts';
import { told } from './told.ts';

/** The words of the domain in Simplified Chinese, area by area. */
export const words = { domain, due, events, fields, reasons, told } as const;

export { domain, due, events, fields, reasons, told };
