import { type Command, CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { exitCodeOf, report } from './report.ts';

/** Runs `rectify` with the words that follow its name, and says what went wrong; the exit code is in `process.exitCode`. */
export async function run(words: readonly string[]): Promise<void> {
  const program = createProgram();
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    const json = withAllWithin(program).some((command) => command.opts().json === true);
    if (!(error instanceof CommanderError)) report(error, json);
    process.exitCode = exitCodeOf(error);
  }
}

function withAllWithin(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllWithin)];
}
