import { fileURLToPath } from 'node:url';
import { type Config, ConfigInvalid, findServer, type RunningServer, readConfig, startServer } from '@rectify/api';
import { StoreLocked } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { CannotBeDone, UsageError } from '../failures.ts';
import { withPlace } from '../options/place.ts';
import { type Given, optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { note, print, printJson } from '../print/output.ts';
import { filling, greeting, warning } from '../print/serving.ts';
import { demonstrationIn } from '../scenario/demonstration.ts';

const page = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const text = z.string().optional();
const serveOptions = z.object({
  port: text,
  host: text,
  data: text,
  store: text,
  scenario: text,
  auth: text,
  log: text,
});

/** `rectify serve`: page and API, until it is told to stop. */
export function addServe(program: Command): void {
  withPlace(program.command('serve'))
    .description('serve the page and the API until stopped with Ctrl-C')
    .addOption(new Option('--port <port>', 'the port (default: PORT, else 3000)'))
    .addOption(new Option('--host <address>', 'the address to listen on (default: RECTIFY_HOST, else 127.0.0.1)'))
    .addOption(
      new Option(
        '--scenario <name>',
        'what a new data folder begins with: november-2018 or none (default: RECTIFY_SCENARIO, else november-2018)',
      ),
    )
    .addOption(new Option('--auth <how>', 'how people sign in: dev (default: RECTIFY_AUTH, else dev)'))
    .addOption(new Option('--log <level>', 'what goes to the log on standard error (default: RECTIFY_LOG, else warn)'))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const config = configOf(given);
      const stopping = stopSignal();
      const server = await started(config);
      if (wantsJson(given))
        printJson({
          address: server.address,
          data: config.data,
          store: config.store,
          demonstration: server.demonstration ?? null,
        });
      else print(greeting(server, config));
      note(warning(config));
      await stopping;
      note('Stopping …');
      await server.close();
    });
}

async function started(config: Config): Promise<RunningServer> {
  try {
    return await startServer({
      config,
      page,
      prepare: (store) => demonstrationIn(store, config, note),
      onFilling: ({ address, progress }) => note(filling(address, progress)),
      onFatal: (error) => {
        note(
          `${error.message} The server ends here, for it can promise nothing more; start it again when that is mended.`,
        );
        process.exit(1);
      },
    });
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    const running = await findServer(config.data);
    throw running ? new CannotBeDone(`Rectify already runs on ${config.data}, at ${running.address}.`) : error;
  }
}

/** The configuration of the environment, with options in its place. */
function configOf(given: Given): Config {
  const { port, host, data, store, scenario, auth, log } = readOptions(given, serveOptions);
  const options = {
    PORT: port,
    RECTIFY_HOST: host,
    RECTIFY_DATA: data,
    RECTIFY_STORE: store,
    RECTIFY_SCENARIO: scenario,
    RECTIFY_AUTH: auth,
    RECTIFY_LOG: log,
  };
  const chosen = Object.entries(options).filter(([, value]) => value !== undefined);
  try {
    return readConfig({ ...process.env, ...Object.fromEntries(chosen) });
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new UsageError(error.message);
    throw error;
  }
}

/** Resolves when the process is told to stop; a second time it stops at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let told = false;
      process.on(signal, () => {
        if (told) process.exit(1);
        told = true;
        resolve();
      });
    }
  });
}
