import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '@rectify/engine';
import { z } from 'zod';
import { caller } from '../auth/claims.ts';
import { replaceFile } from '../durable-file.ts';
import { keyOf, PEOPLE_FOLDER } from './people-folder.ts';
import { type NotificationSettings, notificationSettings, type Refusal, refusal, unchosen } from './settings.ts';

/** Who chose, with the rights that they had when they were last here: what a mail tells goes by them. */
const reader = caller.omit({ name: true });

const kept = z.object({
  ...notificationSettings.shape,
  reader: reader.optional(),
  refused: refusal.optional(),
});

/** Somebody as kept in the data folder. */
type Kept = z.output<typeof kept>;

/** Somebody who can be written to. */
export interface Recipient {
  /** Names them without telling who they are. */
  readonly key: string;
  readonly email: string;
  readonly settings: NotificationSettings;
  readonly reader: Person;
}

/** What people chose to be told of, a file each, named as {@link keyOf} says; all of it is in memory. */
export interface People {
  settingsOf(person: string): NotificationSettings;
  refusalOf(person: string): Refusal | undefined;
  /** Durable when it returns. What was refused before is tried again. @throws the system's error */
  keep(person: Person, settings: NotificationSettings): void;
  /** Keeps the rights that somebody is here with, where they gave an address and had other rights. @throws the system's error */
  met(person: Person): void;
  /** Keeps that mails to somebody's address are refused, while it is still theirs. @throws the system's error */
  refuse(person: string, refusal: Refusal): void;
  /** Everybody who gave an address that is not refused; the same list until something is kept. */
  recipients(): readonly Recipient[];
}

const NAME = /^([0-9a-f]{64})\.json$/;

/** Reads what a data folder keeps of people. A file that cannot be read counts as not chosen. */
export function peopleIn(dataFolder: string, newId: () => string): People {
  const folder = join(dataFolder, PEOPLE_FOLDER);
  const all = new Map(keptIn(folder));
  let recipients: readonly Recipient[] | undefined;

  function put(key: string, one: Kept): void {
    replaceFile(join(folder, `${key}.json`), one, newId());
    all.set(key, one);
    recipients = undefined;
  }

  return {
    settingsOf: (person) => notificationSettings.parse(settingsIn(all.get(keyOf(person)))),
    refusalOf: (person) => all.get(keyOf(person))?.refused,
    keep: (person, settings) => put(keyOf(person.id), { ...settings, reader: rightsOf(person) }),
    met(person) {
      const known = all.get(keyOf(person.id));
      const rights = rightsOf(person);
      if (!known || known.email === null || isSame(known.reader, rights)) return;
      put(keyOf(person.id), { ...known, reader: rights });
    },
    refuse(person, refused) {
      const known = all.get(keyOf(person));
      if (known?.email === refused.address) put(keyOf(person), { ...known, refused });
    },
    recipients() {
      recipients ??= [...all].flatMap(([key, one]) => recipientIn(key, one));
      return recipients;
    },
  };
}

function recipientIn(key: string, one: Kept): Recipient[] {
  const { email, reader: who, refused } = one;
  return email === null || !who || refused ? [] : [{ key, email, settings: settingsIn(one), reader: who }];
}

function* keptIn(folder: string): Iterable<[string, Kept]> {
  for (const name of namesIn(folder)) {
    const key = NAME.exec(name)?.[1];
    const read = key === undefined ? undefined : keptAt(join(folder, name));
    if (key !== undefined && read) yield [key, read];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function keptAt(file: string): Kept | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function settingsIn({ email, news, deadlines, language }: NotificationSettings = unchosen): NotificationSettings {
  return { email, news, deadlines, language };
}

function rightsOf(person: Person): z.output<typeof reader> {
  return reader.parse(person);
}

function isSame(a: Kept['reader'], b: Kept['reader']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
