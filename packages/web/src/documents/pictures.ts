/** The longest side of a page that was a picture, in pixels: small print stays readable, and a page stays under a megabyte. */
const LONGEST_SIDE = 2000;
const QUALITY = 0.8;

/** Pictures that every browser can draw. Others, such as HEIC, are sent as the files they are. */
const drawable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Whether a file is a picture that can become a page. */
export function isPicture({ type }: Pick<File, 'type'>): boolean {
  return drawable.has(type);
}

/** A picture as a JPEG, upright and not larger than a page needs; null where this browser cannot draw it. */
export async function asPage(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
