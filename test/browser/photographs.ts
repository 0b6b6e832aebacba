import type { Page } from 'playwright-core';

/** A file as an input of files takes it. */
interface Photograph {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Photographs as a phone takes them: upright, large, each another one. */
export async function photographs(page: Page, count: number): Promise<Photograph[]> {
  const drawn = await page.evaluate((pages) => {
    return Array.from({ length: pages }, (_, index) => {
      const canvas = document.createElement('canvas');
      canvas.width = 3000;
      canvas.height = 4000;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('This browser draws nothing.');
      context.fillStyle = '#e8e2d0';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#333333';
      context.font = '1600px sans-serif';
      context.fillText(String(index + 1), 1000, 2500);
      return canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
    });
  }, count);
  return drawn.map((content, index) => ({
    name: `IMG_${index + 1}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(content, 'base64'),
  }));
}
