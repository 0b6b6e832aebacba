// What every page says, whoever it is for.
export { domain, events, fields, reasons } from '@rectify/words/en';
export { common } from './common.ts';
export { outbox } from './outbox.ts';
export { palette } from './palette.ts';
export { server } from './server.ts';
