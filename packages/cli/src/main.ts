import { CommanderError } from 'commander';
import { endWhenNobodyReads } from './print/output.ts';
import { createProgram } from './program.ts';
import { exitCodeOf, report } from './report.ts';

endWhenNobodyReads();
const program = createProgram();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  const json = [program, ...program.commands].some((command) => command.opts().json === true);
  if (!(error instanceof CommanderError)) report(error, json);
  process.exitCode = exitCodeOf(error);
}
