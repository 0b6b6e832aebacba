import type { ChosenFile, EnteredDocument } from '../case/form/field.ts';
import { type KeptFile, keepFile, readFile, removeFiles } from '../outbox/files.ts';
import { Unreadable } from './fingerprint.ts';
import { type Sending, sendDocument } from './send-document.ts';

/** Loads what makes a PDF, so that it is there when the line is not. */
export const loadPdf = () => import('./pdf-of-pictures.ts');

/**
 * Sends a file that is kept on this device, and answers it as an event names it. Pictures become one PDF first, which is kept: sending again is sending the same.
 * @throws Unreadable when it lies here no more; what `sendDocument` throws
 */
export async function sendChosen(chosen: ChosenFile, sending: Sending = {}): Promise<EnteredDocument> {
  const kept = (await readFile(chosen.file)) ?? (await madeOf(chosen));
  if (kept.received) return kept.received;
  const { name, content } = kept;
  const received = await sendDocument(new File([content], name, { type: content.type }), sending);
  await keepFile({ ...kept, received }, chosen.file);
  return received;
}

async function madeOf({ file, name, pictures = [] }: ChosenFile): Promise<KeptFile> {
  const pages = await Promise.all(pictures.map(readFile));
  const contents = pages.flatMap((page) => (page ? [page.content] : []));
  if (contents.length === 0 || contents.length < pictures.length)
    throw new Unreadable('The file is not on this device.');
  const { pdfOfPictures } = await loadPdf();
  const made = { name, content: await pdfOfPictures(contents) };
  await keepFile(made, file);
  return made;
}

/** The same data with every file of this device replaced by the document that the server received. @throws as {@link sendChosen} */
export async function withDocuments<T>(data: T, sending: Sending = {}): Promise<T> {
  const received = new Map<string, EnteredDocument>();
  for (const chosen of filesIn(data)) received.set(chosen.file, await sendChosen(chosen, sending));
  return JSON.parse(JSON.stringify(data, (_, value: unknown) => (isFile(value) ? received.get(value.file) : value)));
}

/** Every file of this device that data names. */
function filesIn(value: unknown): readonly ChosenFile[] {
  if (isFile(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesIn) : [];
}

/** Removes the files that data named, and the pictures of which they were made. */
export function removeFilesOf(data: unknown): Promise<void> {
  return removeFiles(filesIn(data).flatMap(({ file, pictures = [] }) => [file, ...pictures]));
}

function isFile(value: unknown): value is ChosenFile {
  return typeof value === 'object' && value !== null && 'file' in value && 'name' in value && 'bytes' in value;
}
