import { z } from 'zod';
import {
  calledAs,
  capitalised,
  changeAt,
  fieldsOfBoth,
  inWords,
  isFields,
  type Place,
  type ProcedureChange,
  same,
  type Value,
  within,
} from './changes/change.ts';
import { changesOfKeyed, changesOfPlain } from './changes/lists.ts';
import type { Procedure } from './procedure.ts';

/**
 * What changed from one procedure document to another, as sentences in the order of the newer one; none exactly where both say the
 * same. Every value that differs is in one of them.
 */
export function diffProcedures(before: Procedure, after: Procedure): ProcedureChange[] {
  const [old, now] = [asDocument(before), asDocument(after)];
  return fieldsOfBoth(old, now).flatMap((section) => {
    const place = { pointer: `/${section}`, name: calledAs(section) };
    switch (section) {
      case 'deadlines':
        return eachField(place, old[section], now[section], changesOfDeadline);
      case 'fourEyes':
        return eachField(place, old[section], now[section], changesOfFourEyes);
      case 'offices':
        return eachField(place, old[section], now[section], (office, was, is) =>
          changesOf({ ...office, name: `office of ${lastOf(office)}` }, was, is),
        );
      default:
        return changesOf(place, old[section], now[section]);
    }
  });
}

/** What one of the things in a list is called, and which field tells it from the others. */
const lists: Readonly<Record<string, { readonly called: string; readonly key: string }>> = {
  '/checks': { called: 'check', key: 'code' },
  '/requirements': { called: 'requirement', key: 'code' },
  '/directory': { called: 'office', key: 'code' },
  '/groundsCodes': { called: 'code for grounds', key: 'code' },
  '/findingCodes': { called: 'code for findings', key: 'code' },
  '/notices': { called: 'notice of', key: 'on' },
  '/calendar/years': { called: 'calendar of', key: 'year' },
};

function changesOf(place: Place, before: Value, after: Value): ProcedureChange[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const list = lists[place.pointer];
    if (!list) return changesOfPlain(place, before, after);
    return changesOfKeyed(place, before, after, { ...list, changesWithin: changesOf });
  }
  return isFields(before) && isFields(after)
    ? eachField(place, before, after, changesOf)
    : [changeAt(place, before, after)];
}

/** The changes of each field of something; of all of it where it was not there before, or is not any more. */
function eachField(place: Place, before: Value, after: Value, changes: typeof changesOf): ProcedureChange[] {
  if (!isFields(before) || !isFields(after)) return changesOf(place, before, after);
  return fieldsOfBoth(before, after).flatMap((key) =>
    changes(within(place, key, calledAs(key)), before[key], after[key]),
  );
}

function changesOfDeadline({ pointer, ...place }: Place, before: Value, after: Value): ProcedureChange[] {
  if (same(before, after)) return [];
  const name = lastOf({ pointer, ...place });
  if (!isFields(before) || !isFields(after)) return [changeAt({ pointer, name }, before, after)];
  const length = ({ days, count }: typeof before) => `${days} ${count} day${days === 1 ? '' : 's'}`;
  const parts = [
    ...(length(before) === length(after) ? [] : [`${length(before)} → ${length(after)}`]),
    ...fieldsOfBoth(before, after)
      .filter((key) => key !== 'days' && key !== 'count' && !same(before[key], after[key]))
      .map((key) => `${calledAs(key)} ${inWords(before[key])} → ${inWords(after[key])}`),
  ];
  return [{ pointer, code: 'deadline-changed', detail: `${capitalised(name)}: ${parts.join('; ')}`, before, after }];
}

function changesOfFourEyes(place: Place, before: Value, after: Value): ProcedureChange[] {
  const { pointer } = place;
  const type = lastOf(place);
  if (before === undefined && isFields(after)) {
    const who = `requested by ${inWords(after.request)}, granted by ${inWords(after.grant)}`;
    return [{ pointer, code: 'four-eyes-added', detail: `${type} is under four eyes now: ${who}`, after }];
  }
  if (isFields(before) && after === undefined) {
    const who = `it was requested by ${inWords(before.request)} and granted by ${inWords(before.grant)}`;
    return [{ pointer, code: 'four-eyes-removed', detail: `${type} is no longer under four eyes: ${who}`, before }];
  }
  return changesOf({ pointer, name: `four eyes on ${type}` }, before, after);
}

/** What a place is called by itself, without what it is in. */
function lastOf({ name }: Place): string {
  return name.slice(name.lastIndexOf(', ') + 1).trim();
}

const document = z.record(z.string(), z.json());

/** A procedure as the JSON that it is stored as. */
function asDocument(procedure: Procedure): z.infer<typeof document> {
  return document.parse(JSON.parse(JSON.stringify(procedure)));
}
