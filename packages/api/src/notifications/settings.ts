import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** What somebody wants to be told of by e-mail, and where. An address is a person's: it stands in no event. */
export const notificationSettings = z
  .strictObject({
    email: z.email().max(254).nullable().meta({ description: 'Null: no e-mail is wanted' }),
    news: z.boolean().meta({ description: 'Whatever is recorded of their mines by others' }),
    deadlines: z.boolean().meta({ description: 'What falls due, and what is late' }),
  })
  .meta({ id: 'NotificationSettings' });

/** {@link notificationSettings} as a type. */
export type NotificationSettings = z.infer<typeof notificationSettings>;

/** What holds while nobody has chosen anything. */
const unchosen: NotificationSettings = { email: null, news: true, deadlines: true };

/** Keeps what people chose, a file each. */
export interface SettingsFolder {
  read(person: string): NotificationSettings;
  /** Durable when it returns. @throws the system's error */
  keep(person: string, settings: NotificationSettings, draft: string): void;
}

/** Where in a data folder the settings of people lie, relative to it: named by a hash, as an id may hold anything. */
export const SETTINGS_FOLDER = 'people';

/** Whether a path of a data folder, relative to it, is one of somebody's settings. */
export function isSettingsFile(path: string): boolean {
  const [folder, name = '', ...more] = path.split('/');
  return folder === SETTINGS_FOLDER && more.length === 0 && /^[0-9a-f]{64}\.json$/.test(name);
}

/** The settings of people in a data folder. One that cannot be read counts as not chosen. */
export function settingsFolder(dataFolder: string): SettingsFolder {
  const fileOf = (person: string) =>
    join(dataFolder, SETTINGS_FOLDER, `${createHash('sha256').update(person).digest('hex')}.json`);
  return {
    read(person) {
      try {
        return notificationSettings.parse(JSON.parse(readFileSync(fileOf(person), 'utf8')));
      } catch {
        return unchosen;
      }
    },
    keep(person, settings, draft) {
      const file = fileOf(person);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const begun = `${file}-${draft}`;
      const open = openSync(begun, 'wx', 0o600);
      try {
        writeSync(open, `${JSON.stringify(settings)}\n`);
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
      renameSync(begun, file);
    },
  };
}
