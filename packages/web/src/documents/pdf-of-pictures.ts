import { PDFDocument } from '@cantoo/pdf-lib';

/** The longer side of an A4 page, in points. */
const LONG_SIDE = 841.89;

/** A PDF with one page for each JPEG, in their order, each page as the picture lies. */
export async function pdfOfPictures(pictures: readonly Blob[]): Promise<Blob> {
  const document = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await document.embedJpg(await picture.arrayBuffer());
    const { width, height } = image.scale(LONG_SIDE / Math.max(image.width, image.height));
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return new Blob([new Uint8Array(await document.save())], { type: 'application/pdf' });
}
