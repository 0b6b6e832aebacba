import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';
import { shortName, type Tile, tilesFor } from '../../studio/regions/tile-layout.ts';
import classes from './region-tiles.module.css';
import { tileTowards } from './towards.ts';

/** Regions to choose from roughly where they lie, a square each with how many mines are there. Arrow keys lead from one to the next. */
export function RegionTiles({
  legend,
  counts,
  offered,
  chosen,
  onToggle,
}: {
  readonly legend: string;
  /** Mines in each region; undefined while that is not known. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** The regions that can be chosen. */
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onToggle: (region: string) => void;
}) {
  const { t } = useTranslation();
  const { place, list } = useWords();
  const squares = useRef(new Map<string, HTMLInputElement>());
  const tiles = tilesFor(offered);
  const open = tiles.filter(({ region }) => offered.includes(region));
  const move = (event: KeyboardEvent, from: Tile) => {
    const next = tileTowards(open, from, event.key);
    if (!next) return;
    event.preventDefault();
    squares.current.get(next.region)?.focus();
  };
  return (
    <fieldset className={classes.map}>
      <legend>{legend}</legend>
      <div className={classes.tiles}>
        {tiles.map((tile) => {
          const { region, column, row } = tile;
          const count = counts?.[region] ?? 0;
          const isOpen = offered.includes(region);
          return (
            <label
              key={region}
              className={classes.tile}
              style={{ gridColumn: column + 1, gridRow: row + 1 }}
              data-open={isOpen}
              data-chosen={chosen.includes(region)}
            >
              <input
                ref={(square) => {
                  if (square) squares.current.set(region, square);
                  else squares.current.delete(region);
                }}
                type="checkbox"
                className="visually-hidden"
                disabled={!isOpen}
                checked={chosen.includes(region)}
                onChange={() => onToggle(region)}
                onKeyDown={(event) => move(event, tile)}
                aria-label={t('follow.tiles.region', { region: place(region), count })}
              />
              <span aria-hidden="true">{shortName(region, place(region))}</span>
              <span aria-hidden="true" className={classes.count}>
                {isOpen && counts ? count : ''}
              </span>
            </label>
          );
        })}
      </div>
      <p role="status" className="quiet">
        {chosen.length === 0 ? t('follow.tiles.none') : t('follow.tiles.chosen', { regions: list(chosen.map(place)) })}
      </p>
    </fieldset>
  );
}
