import { type Command, CommanderError } from 'commander';
import { endWhenNobodyReads } from './print/output.ts';
import { createProgram } from './program.ts';
import { exitCodeOf, report } from './report.ts';

endWhenNobodyReads();
const program = createProgram();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  const json = withAllWithin(program).some((command) => command.opts().json === true);
  if (!(error instanceof CommanderError)) report(error, json);
  process.exitCode = exitCodeOf(error);
}

function withAllWithin(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllWithin)];
}
