import { ENGINE_VERSION } from '@rectify/engine';
import { Command } from 'commander';
import { addAnalyse } from './commands/analyse/analyse.ts';
import { addBackup } from './commands/backup.ts';
import { addCampaign } from './commands/campaign/campaign.ts';
import { addChanges } from './commands/changes.ts';
import { addCite } from './commands/cite.ts';
import { addClosures } from './commands/closures.ts';
import { addCopy } from './commands/copy.ts';
import { addCourse } from './commands/course.ts';
import { addGenerate } from './commands/generate.ts';
import { addHandover } from './commands/handover.ts';
import { addHistory } from './commands/history.ts';
import { addNext } from './commands/next.ts';
import { addProcedure } from './commands/procedure/procedure.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRegister } from './commands/register.ts';
import { addReplay } from './commands/replay.ts';
import { addRestore } from './commands/restore.ts';
import { addSend } from './commands/send.ts';
import { addServe } from './commands/serve.ts';
import { addStatus } from './commands/status.ts';
import { addStore } from './commands/store/store.ts';
import { addToken } from './commands/token.ts';
import { addVerify } from './commands/verify.ts';
import { addWork } from './commands/work.ts';
import { withPlace } from './options/place.ts';

/** The command `rectify` with all its subcommands. Usage errors are thrown as commander's `CommanderError`. */
export function createProgram(): Command {
  const program = new Command('rectify');
  withPlace(program)
    .description('Rectification of mines: from operating through closed, inspected and licensed to reopened.')
    .version(ENGINE_VERSION)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('Run `rectify --help` for the commands, or `rectify <command> --help` for one of them.')
    .addHelpText('after', ABOUT);
  for (const add of [
    addServe,
    addRegister,
    addSend,
    addStatus,
    addHistory,
    addNext,
    addWork,
    addHandover,
    addReplay,
    addClosures,
    addChanges,
    addCourse,
    addCite,
    addAnalyse,
    addCampaign,
    addProcedure,
    addVerify,
    addRebuild,
    addBackup,
    addRestore,
    addCopy,
    addGenerate,
    addStore,
    addToken,
  ]) {
    add(program);
  }
  return program;
}

const ABOUT = `
Beside a running server on the same data folder commands go through it; without one they open the store themselves.
Exit codes: 0 done, 1 refused or failed, 2 called wrongly.`;
