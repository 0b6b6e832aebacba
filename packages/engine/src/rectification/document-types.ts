/**
 * The kinds of file that are taken as documents, by media type, with the endings that a name may have: what an office or an owner can read and keep. None of them
 * runs anything when it is opened in a browser.
 */
export const documentTypes = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/tiff': ['.tif', '.tiff'],
  'image/heic': ['.heic'],
  'image/heif': ['.heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The media type of a document. */
export type DocumentType = keyof typeof documentTypes;

/** Whether a media type is one of {@link documentTypes}. */
export function isDocumentType(mediaType: string): mediaType is DocumentType {
  return Object.hasOwn(documentTypes, mediaType);
}
