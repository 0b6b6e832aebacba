import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { saveFile } from '../../design/save-file.ts';
import { localParts } from '../../language/dates.ts';
import { lookWithin } from './chart-look.ts';
import type { Drawing } from './chart-option.ts';
import { csvOf, type Sheet } from './csv.ts';
import type { Lettering } from './picture-file.ts';
import type { Origin } from './printed.ts';

/** How wide a picture is in a file, in pixels. */
const WIDTH = 1000;

/** Buttons that save what is shown: its figures as CSV, its picture as SVG and PNG. */
export function Downloads({
  drawing,
  lettering,
  origin: { about },
  sheet,
  file,
  within,
}: {
  readonly drawing: Drawing;
  readonly lettering: Lettering;
  readonly origin: Origin;
  readonly sheet: Sheet;
  readonly file: string;
  /** Where the picture stands: its colours are those of the file. */
  readonly within: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation();
  const name = (ending: string) => `${file}-${localParts(about.asOf).day}.${ending}`;
  const picture = async () => {
    const { pngOf, svgOf, svgText } = await import('./picture-file.ts');
    const look = lookWithin(within.current ?? document.documentElement, WIDTH);
    return { svg: svgOf(drawing, look, lettering), svgText, pngOf };
  };
  const saveSvg = async () => {
    const { svg, svgText } = await picture();
    saveFile(new Blob([svgText(svg)], { type: 'image/svg+xml' }), name('svg'));
  };
  const savePng = async () => {
    const { svg, pngOf } = await picture();
    saveFile(await pngOf(svg), name('png'));
  };
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => saveFile(new Blob([csvOf(sheet, about)], { type: 'text/csv;charset=utf-8' }), name('csv'))}
      >
        {t('citation.save', { kind: 'CSV' })}
      </Button>
      <Button kind="quiet" onClick={() => void saveSvg()}>
        {t('citation.save', { kind: 'SVG' })}
      </Button>
      <Button kind="quiet" onClick={() => void savePng()}>
        {t('citation.save', { kind: 'PNG' })}
      </Button>
    </>
  );
}
