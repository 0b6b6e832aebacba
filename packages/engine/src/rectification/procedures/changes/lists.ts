import {
  capitalised,
  changeAt,
  inWords,
  isFields,
  type Place,
  type ProcedureChange,
  same,
  type Value,
  within,
} from './change.ts';

type List = readonly Exclude<Value, undefined>[];

/** Which field tells the items of a list apart, what one of them is called, and what changed within one that both documents have. */
export interface Told {
  readonly key: string;
  readonly called: string;
  readonly changesWithin: (place: Place, before: Value, after: Value) => ProcedureChange[];
}

/** What changed in a list of things that have a key of their own: those that came and went, what changed in the others, and their order. */
export function changesOfKeyed(place: Place, before: List, after: List, told: Told): ProcedureChange[] {
  const [old, now] = [keyed(before, told), keyed(after, told)];
  const came = [...now].filter(([key]) => !old.has(key));
  const went = [...old].filter(([key]) => !now.has(key));
  const stayed = [...now].filter(([key]) => old.has(key));
  const itemAt = ({ index, name }: Keyed) => ({ ...within(place, index, ''), name: `${told.called} ${name}` });
  return [
    ...came.map(([, item]) => whole(itemAt(item), 'added', item.value, told)),
    ...went.map(([, item]) => whole(itemAt(item), 'removed', item.value, told)),
    ...stayed.flatMap(([key, item]) => told.changesWithin(itemAt(item), old.get(key)?.value, item.value)),
    ...reordered(
      place,
      [...old].filter(([key]) => now.has(key)).map(([, { name }]) => name),
      stayed.map(([, { name }]) => name),
    ),
  ];
}

/** What changed in a list of words or numbers: those that came and went, and the order of the others. */
export function changesOfPlain(place: Place, before: List, after: List): ProcedureChange[] {
  const came = without(after, before);
  const went = without(before, after);
  return [
    ...(came.length === 0 ? [] : [several(place, 'added', came)]),
    ...(went.length === 0 ? [] : [several(place, 'removed', went)]),
    ...reordered(place, without(before, went), without(after, came)),
  ];
}

interface Keyed {
  readonly name: string;
  readonly index: number;
  readonly value: Exclude<Value, undefined>;
}

/** The items by their key; of several with the same one, by which of them it is. */
function keyed(items: List, { key: field }: Told): ReadonlyMap<string, Keyed> {
  const all = new Map<string, Keyed>();
  for (const [index, value] of items.entries()) {
    const name = isFields(value) ? String(value[field]) : inWords(value);
    let key = name;
    for (let number = 2; all.has(key); number++) key = `${name} (${number})`;
    all.set(key, { name: key, index, value });
  }
  return all;
}

function whole(
  { pointer, name }: Place,
  code: 'added' | 'removed',
  value: Exclude<Value, undefined>,
  { key: field }: Told,
): ProcedureChange {
  const others = isFields(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== field)) : value;
  return {
    pointer,
    code,
    detail: `${capitalised(name)} ${code}: ${inWords(others)}`,
    [code === 'added' ? 'after' : 'before']: value,
  };
}

function several({ pointer, name }: Place, code: 'added' | 'removed', values: List): ProcedureChange {
  return {
    pointer,
    code,
    detail: `${capitalised(name)}: ${inWords([...values])} ${code}`,
    [code === 'added' ? 'after' : 'before']: [...values],
  };
}

function reordered(place: Place, before: List, after: List): ProcedureChange[] {
  if (same([...before], [...after])) return [];
  return [{ ...changeAt({ ...place, name: `order of ${place.name}` }, [...before], [...after]), code: 'reordered' }];
}

/** The items of a list that are left when those of another are taken out, each once. */
function without(items: List, taken: List): List {
  const left = [...taken];
  return items.filter((item) => {
    const index = left.findIndex((one) => same(one, item));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
