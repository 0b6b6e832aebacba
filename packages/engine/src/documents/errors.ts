import { documentTypes } from '../rectification/document-types.ts';

/** The content of a document is not taken; the message says why. Nothing of it was kept. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  readonly why: 'empty' | 'too-large' | 'type' | 'differs';
  constructor(why: DocumentRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/** Of nothing there is nothing to keep. */
export function isEmpty(): DocumentRefused {
  return new DocumentRefused('empty', 'The document is empty.');
}

/** It has more than `limit` bytes. */
export function isTooLarge(limit: number): DocumentRefused {
  return new DocumentRefused(
    'too-large',
    `The document is larger than ${limit} bytes, which is the most that is taken.`,
  );
}

/** Its content is of another kind than those of `documentTypes`, whatever its name says; `found` is which, if that can be told. */
export function isOfAnotherType(found: string | undefined): DocumentRefused {
  const endings = Object.values(documentTypes).flat().join(', ');
  const is = found === undefined ? 'of a kind that cannot be told' : found;
  return new DocumentRefused('type', `The content is ${is}. Documents of these kinds are taken: ${endings}.`);
}

/** What came is not what was announced. */
export function differs(): DocumentRefused {
  return new DocumentRefused('differs', 'What came has another fingerprint than was announced: send it again.');
}
