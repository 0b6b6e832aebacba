import type { EventType } from '@rectify/engine/rectification';
import type { Entries, Entry, Field } from './field.ts';

/** What every field of a form is given. */
export interface FieldProps<F extends Field = Field> {
  readonly type: EventType;
  readonly field: F;
  readonly entries: Entries;
  readonly onEnter: (pointer: string, entry: Entry) => void;
  /** What is wrong with it, by pointer. */
  readonly faults: ReadonlyMap<string, string>;
}
