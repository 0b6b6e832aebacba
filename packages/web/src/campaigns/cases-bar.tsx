import type { CampaignWithCases } from '@rectify/projections/answers';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './campaigns.module.css';
import { standings, stillShut } from './standing.ts';
import { useCampaignWords } from './use-campaign-words.ts';

/** Where the mines of a campaign stand: a sentence, and a bar that says nothing that the sentence does not. */
export function CasesBar({ cases }: { readonly cases: CampaignWithCases['cases'] }) {
  const { t } = useTranslation();
  const words = useCampaignWords();
  const there = standings.filter((standing) => cases[standing] > 0);
  if (there.length === 0) return <p className="quiet">{t('campaigns.cases.none')}</p>;
  const shut = stillShut(cases);
  return (
    <div className={classes.standing}>
      <p>
        <strong>{shut === 0 ? t('campaigns.cases.noneShut') : t('campaigns.cases.stillShut', { count: shut })}</strong>
        {t('common.list.sentences')}
        <span className="quiet">
          {there.map((standing, index) => (
            <Fragment key={standing}>
              {index === 0 ? null : ' · '}
              <span className={classes.counted}>
                {t('campaigns.cases.item', { standing: words.standing(standing), count: cases[standing] })}
              </span>
            </Fragment>
          ))}
        </span>
      </p>
      <div className={classes.bar} aria-hidden="true">
        {there.map((standing) => (
          <span key={standing} data-standing={standing} style={{ flexGrow: cases[standing] }} />
        ))}
      </div>
    </div>
  );
}
