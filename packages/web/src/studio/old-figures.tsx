import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';
import { TruthMark } from '../design/truth-mark.tsx';
import { useLanguage } from '../language/use-words.ts';
import { RecordedSince } from './recorded-since.tsx';
import classes from './studio.module.css';
import { useMomentName } from './use-moment-name.ts';

/** Figures by what was known before beside what they are by all that is known now; each that differs is marked. */
export function OldFigures({
  figures,
}: {
  readonly figures: readonly { readonly name: string; readonly before: number | null; readonly now: number | null }[];
}) {
  const { t } = useTranslation();
  const { known } = useAsOf();
  const nameOf = useMomentName();
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 });
  const said = (figure: number | null) => (figure === null ? t('common.nothing') : number.format(figure));
  if (!known) return null;
  const different = figures.filter(({ before, now }) => said(before) !== said(now));
  if (different.length === 0) return <p className={classes.old}>{t('studio.old.same', { known: nameOf(known) })}</p>;
  return (
    <div className={classes.old}>
      <table>
        <caption>{t('studio.old.title', { known: nameOf(known) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio.old.figure')}</th>
            <th scope="col" className="numeric">
              {t('studio.old.before')}
            </th>
            <th scope="col" className="numeric">
              {t('studio.old.now')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {different.map(({ name, before, now }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="numeric">{said(before)}</td>
              <td className="numeric">{said(now)}</td>
              <td>
                <TruthMark truth="corrected" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RecordedSince known={known.day} />
    </div>
  );
}
