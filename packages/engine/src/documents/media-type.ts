import { fileTypeFromFile } from 'file-type';
import { type DocumentType, isDocumentType } from '../rectification/document-types.ts';
import { isOfAnotherType } from './errors.ts';

/** What kind of document a file is, by its content alone. @throws DocumentRefused where it is none that is taken */
export async function documentTypeOf(file: string): Promise<DocumentType> {
  const found = await fileTypeFromFile(file);
  if (found && isDocumentType(found.mime)) return found.mime;
  throw isOfAnotherType(found?.mime);
}
