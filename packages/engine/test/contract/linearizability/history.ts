/**
 * What several clients did to streams at the same time, as they saw it. Times are readings of one clock that all of them share: a
 * counter, or milliseconds with fractions. An operation took effect, if at all, somewhere between its start and its end.
 */
export interface Operation {
  /** Who did it; only for the report. */
  readonly client: number;
  readonly stream: string;
  readonly start: number;
  readonly end: number;
  readonly did: Append | Read;
}

/** Names what it wanted to append, in order; a name is given to no other append. Sent again under the same names, it is the same append. */
export interface Append {
  readonly kind: 'append';
  readonly entries: readonly string[];
  readonly answer: Stored | Refused | Unknown;
}

/** Acknowledged, the first entry at this revision, whether it was stored now or before. */
interface Stored {
  readonly kind: 'stored';
  readonly firstRevision: number;
}

/** Refused because the stream had so many entries; `undefined` when the refusal did not say. */
interface Refused {
  readonly kind: 'refused';
  readonly length: number | undefined;
}

/** No answer arrived, so it may have taken effect or not. */
interface Unknown {
  readonly kind: 'unknown';
}

/** Saw these entries, from this revision to the end of the stream: at that moment it had `from + entries.length`. No entries: only how long it was. */
export interface Read {
  readonly kind: 'read';
  readonly from: number;
  readonly entries: readonly string[];
}

/** Why a history is impossible for a store that does one thing at a time. */
export interface Fault {
  readonly kind:
    | 'lost'
    | 'doubled'
    | 'half-stored'
    | 'wrong-revision'
    | 'stored-though-refused'
    | 'from-nowhere'
    | 'reordered'
    | 'stale'
    | 'too-early';
  readonly stream: string;
  readonly detail: string;
}
