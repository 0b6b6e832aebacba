import type { EventType } from '@rectify/engine/rectification';
import { say } from '@rectify/words';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextAnswer } from '../api/answers.ts';
import { useWords } from '../language/use-words.ts';
import { Chevron } from './chevron.tsx';
import classes from './own-acts.module.css';

/** Something an owner may send now. */
export type Possible = NextAnswer['possible'][number];

/** Values of a form that follow from where it was opened. */
export type Preset = Readonly<Record<string, string>>;

/** What an owner may send now, and how to open its form. */
export interface OwnActs {
  readonly possible: readonly Possible[];
  readonly open: (act: Possible, preset: Preset) => void;
}

const acts = createContext<OwnActs>({ possible: [], open: () => undefined });

/** Tells the page below what the owner may send now. */
export const OwnActsProvider = acts.Provider;

/** What the owner may send now. */
export function useOwnActs(): OwnActs {
  return useContext(acts);
}

/** What a button that sends an event is called in the portal; the desk's word where it has none of its own. */
export function useOwnVerb(): (type: string) => string {
  const { t } = useTranslation();
  const words = useWords();
  return (type) => say(t, `owner.do.verb.${type}`, words.verb(type));
}

/** Opens the form of an event, if the owner may send it now about this; else nothing, or what stands in its place. */
export function Act({
  type,
  preset = {},
  label,
  instead = null,
}: {
  readonly type: EventType;
  readonly preset?: Preset;
  readonly label?: string;
  readonly instead?: ReactNode;
}) {
  const { possible, open } = useOwnActs();
  const verb = useOwnVerb();
  const act = possible.find((one) => one.type === type && Object.entries(preset).every((value) => accepts(one, value)));
  if (!act) return instead;
  return (
    <button type="button" className={classes.act} onClick={() => open(act, preset)}>
      {label ?? verb(type)}
      <Chevron />
    </button>
  );
}

/** Whether a form's choice of a field holds a value; a field that offers no choice takes any. */
function accepts({ schema }: Possible, [field, value]: readonly [string, string]): boolean {
  const properties = schema.properties;
  if (typeof properties !== 'object' || properties === null) return true;
  const found: unknown = Object.entries(properties).find(([name]) => name === field)?.[1];
  if (typeof found !== 'object' || found === null || !('enum' in found) || !Array.isArray(found.enum)) return true;
  return found.enum.includes(value);
}
