import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { StatusMark } from '../design/status-mark.tsx';
import classes from './figures.module.css';
import { type FigureName, type Figures as FigureTexts, figureNames, figuresOf } from './figures-of.ts';

/** The figures as of the step, beside what they were before it where they changed. `sharing`: later steps of the same instant. */
export function Figures({
  mine,
  before,
  sharing,
}: {
  readonly mine: MineDetail;
  readonly before: MineDetail | null;
  readonly sharing: number;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const speechBefore = useSpeech(before?.asOf ?? mine.asOf);
  const now = figuresOf(mine, speech);
  const were = before ? figuresOf(before, speechBefore) : null;
  return (
    <table className={classes.figures}>
      <caption>{t('replay.figures', { time: speech.time(mine.asOf) })}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('replay.column.figure')}</th>
          <th scope="col">{t('replay.column.now')}</th>
          <th scope="col">{t('replay.column.before')}</th>
        </tr>
      </thead>
      <tbody>
        {figureNames.map((name) => (
          <tr key={name} data-changed={were !== null && were[name] !== now[name]}>
            <th scope="row">{t(`replay.figure.${name}`)}</th>
            <td>
              <Figure name={name} figures={now} />
            </td>
            <td className={classes.before}>
              {were !== null && were[name] !== now[name] ? (
                <>
                  {t('replay.was')}
                  {name === 'status' ? t(`domain.status.${were.status}`) : were[name]}
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
      {sharing > 0 ? (
        <tfoot>
          <tr>
            <td colSpan={3}>{t('replay.sharing', { count: sharing })}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function Figure({ name, figures }: { readonly name: FigureName; readonly figures: FigureTexts }) {
  return name === 'status' ? <StatusMark status={figures.status} /> : figures[name];
}
