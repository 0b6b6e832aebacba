/** What can be chosen: a value, and what it is called where the schema says so. */
export interface Option {
  readonly value: string;
  readonly label: string | { readonly en: string; readonly 'zh-CN': string } | undefined;
}

interface Common {
  readonly name: string;
  /** RFC 6901 pointer into what is sent, such as `/data/dueOn`: also the key of what was entered. */
  readonly pointer: string;
  readonly required: boolean;
}

/** A field of a form, as read from a JSON Schema. */
export type Field = Common &
  (
    | { readonly kind: 'given'; readonly value: string }
    | {
        readonly kind: 'line' | 'text';
        readonly longest: number;
        readonly mayBeNotStated: boolean;
        readonly pattern: string | undefined;
      }
    | {
        readonly kind: 'number';
        readonly whole: boolean;
        readonly above: number | undefined;
        readonly least: number | undefined;
        readonly most: number | undefined;
      }
    | { readonly kind: 'yes' }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'several'; readonly options: readonly Option[]; readonly least: number }
    | { readonly kind: 'day' | 'instant' | 'day-or-instant' }
    | { readonly kind: 'document' }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    /** One row for each option of `of`, all of them needed. */
    | {
        readonly kind: 'each';
        readonly of: string;
        readonly options: readonly Option[];
        readonly rows: readonly (readonly Field[])[];
      }
    /** Something this form has no way to ask for. */
    | { readonly kind: 'unknown' }
  );

/** A document as it goes into an event: the fingerprint stands for the file. */
export interface EnteredDocument {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType?: string;
  readonly bytes: number;
}

/** A file that is kept on this device until the server has received it: one as it was chosen, or a PDF to be made of pictures. */
export interface ChosenFile {
  /** The file's id on this device. */
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  /** The ids of the pictures, in the order of their pages. */
  readonly pictures?: readonly string[];
}

/** What was entered in one field. A moment has its day and its time under `<pointer>#day` and `<pointer>#time`. */
export type Entry = string | boolean | readonly string[] | EnteredDocument | ChosenFile;

/** What was entered, by pointer. */
export type Entries = Readonly<Record<string, Entry>>;

/** Whether an entry is several choices. */
export function isSeveral(entry: Entry | undefined): entry is readonly string[] {
  return Array.isArray(entry);
}

/** Whether an entry is a document. */
export function isDocument(entry: Entry | undefined): entry is EnteredDocument {
  return typeof entry === 'object' && 'sha256' in entry;
}

/** Whether an entry is a file that the server has not received. */
export function isChosenFile(entry: Entry | undefined): entry is ChosenFile {
  return typeof entry === 'object' && 'file' in entry;
}
