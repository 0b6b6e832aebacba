import { useTranslation } from 'react-i18next';
import { type Foreseen, type PreviewOfMany, useForeseenCases } from '../../api/campaigns.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Loading } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from '../campaigns.module.css';
import { MineNamed } from '../mine-named.tsx';
import many from './many.module.css';
import type { Previewed } from './previewed.ts';

/** The cases of one group of a preview, page after page; nothing where there are none. */
export function ForeseenCases({
  group,
  count,
  campaignId,
  previewed: { query, event, answer },
}: {
  readonly group: Foreseen;
  readonly count: number;
  readonly campaignId: string;
  readonly previewed: Previewed;
}) {
  const { t } = useTranslation();
  const cases = useForeseenCases(campaignId, { query, event, outcome: [group] }, { answer, enabled: count > 0 });
  if (count === 0) return null;
  const items = cases.data ?? [];
  return (
    <section className={many.group} data-group={group}>
      <h3>{t(`campaigns.act.group.${group}`)}</h3>
      <ul className={many.cases} aria-busy={cases.isFetching}>
        {items.map((item) => (
          <Case key={item.mineId} item={item} />
        ))}
      </ul>
      {cases.isPending ? <Loading lines={Math.min(count, 8)} /> : null}
      {cases.isError ? <Failure error={cases.error} onRetry={() => void cases.refetch()} /> : null}
      {cases.data && items.length < count ? (
        <p className="quiet">{t('campaigns.act.firstOf', { shown: items.length, count })}</p>
      ) : null}
      {cases.hasNextPage ? (
        <div className={classes.buttons}>
          <Button disabled={cases.isFetching} onClick={() => void cases.fetchNextPage()}>
            {t('campaigns.act.moreCases')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Case({ item: { mineId, name, reasons = [] } }: { readonly item: PreviewOfMany['items'][number] }) {
  const words = useWords();
  // That nobody can change it says nothing more.
  const turnOf = (reason: (typeof reasons)[number]) => (reason.who === 'nobody' ? [] : [words.turn(reason)]);
  return (
    <li>
      <MineNamed mineId={mineId} name={name} />
      <span>{reasons.map((reason) => [words.reason(reason), ...turnOf(reason)].join(' ')).join(' ')}</span>
    </li>
  );
}
