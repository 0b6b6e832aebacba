import i18next from 'i18next';
import type { Locator, Page } from 'playwright-core';
import { words as english } from '../../../packages/web/src/language/en/words.ts';
import { words as chinese } from '../../../packages/web/src/language/zh-cn/words.ts';
import type { MineAtServer } from '../../course.ts';
import type { Persona } from '../visitor.ts';

/** The languages in which journeys are made. */
export type JourneyLanguage = 'en' | 'zh-CN';

type Values = Readonly<Record<string, string | number>>;

/** Says a text of the page by its key. Throws if there is none. */
export type Say = (key: string, values?: Values) => string;

/** Says the texts of the page in a language. */
export async function saying(language: JourneyLanguage): Promise<Say> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'words',
    resources: { en: { words: english }, 'zh-CN': { words: chinese } },
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => {
    if (!instance.exists(key, values)) throw new Error(`The page has no text ${key}.`);
    return instance.t(key, values);
  };
}

/** Someone on their way through the page, who knows nothing of it but what is written there. */
export interface Walk {
  readonly page: Page;
  readonly say: Say;
  /** The other language: its name as the page writes it, and its texts. */
  readonly inTheOther: { readonly name: string; readonly say: Say };
  /** A day as it is written. */
  readonly day: (english: string, chinese: string) => string;
  button(key: string, values?: Values): Locator;
  link(key: string, values?: Values): Locator;
  /** Waits until a text is to be seen. */
  sees(key: string, values?: Values): Promise<void>;
  isAt(address: RegExp): Promise<void>;
  /** The form that is open. */
  readonly form: Locator;
  /** Fills a field of the form in. */
  fills(field: string, value: string): Promise<void>;
  /** Says of every field that may be left open that it is not stated. */
  leavesTheRestOpen(): Promise<void>;
  /** Sends the form; where that is asked, once more to confirm it. */
  sends(): Promise<void>;
  /** Another person opens a page, in the same language. */
  meets(as: Persona, path: string, then: (walk: Walk) => Promise<void>): Promise<void>;
  /** The mine that the journey is about. */
  readonly mine: MineAtServer;
}

/** What one person comes to do: from the page they open to what they came for. */
export interface Journey {
  readonly name: string;
  readonly as: Persona | 'its owner';
  /** On a phone instead of at a desk. */
  readonly onAPhone?: true;
  /** Leads a new mine to where the journey begins; without it there is none, only those of the demonstration. */
  readonly given?: (mine: MineAtServer) => Promise<unknown>;
  /** The page they open; `:mine` is the number of that mine. */
  readonly path: string;
  readonly walk: (walk: Walk) => Promise<void>;
}
