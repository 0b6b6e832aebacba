import { endWhenNobodyReads } from './print/output.ts';
import { run } from './run.ts';

endWhenNobodyReads();
await run(process.argv.slice(2));
