import type { RequestList } from '@rectify/projections/answers';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGrantTogether, useRequests } from '../api/campaigns.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../design/button.tsx';
import { Failure } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import classes from './campaigns.module.css';
import { useCampaignWords } from './use-campaign-words.ts';

/** The orders of a campaign that wait for a second person. A supervisor ticks those to be granted and grants them together. */
export function Requests({ campaignId }: { readonly campaignId: string }) {
  const requests = useRequests(campaignId);
  if (!requests.data || requests.data.total === 0) return null;
  return <Waiting campaignId={campaignId} list={requests.data} />;
}

function Waiting({ campaignId, list }: { readonly campaignId: string; readonly list: RequestList }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useCampaignWords();
  const { role, place } = useWords();
  const heading = useId();
  const supervisor = useSession()?.role === 'supervisor';
  const grant = useGrantTogether(campaignId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [key] = useState(newKey);
  const { items, total } = list;
  const out = items.filter(({ mineId }) => left.has(mineId)).length;
  const count = total - out;
  const toggle = (mineId: string) =>
    setLeft(new Set(left.has(mineId) ? [...left].filter((one) => one !== mineId) : [...left, mineId]));
  // News of the first grants can take this part off the page before the answer is there: it is followed all the same.
  const grantAll = () =>
    grant.mutateAsync({ exclude: [...left], expectedCount: count, key }).then(
      ({ run: { runId } }) => navigate({ to: '/campaigns/$campaignId/runs/$runId', params: { campaignId, runId } }),
      () => undefined,
    );
  return (
    <section aria-labelledby={heading} className={classes.waiting}>
      <h2 id={heading}>{t('campaigns.requests.title', { count: total })}</h2>
      <p>{t('campaigns.requests.who')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <ul className={classes.requests} tabIndex={0} aria-labelledby={heading}>
        {items.map(({ mineId, name, region, requestedBy, requestedAt }) => (
          <li key={mineId}>
            <span>
              {supervisor ? (
                <input
                  type="checkbox"
                  aria-label={t('campaigns.requests.include', { mine: name })}
                  checked={!left.has(mineId)}
                  onChange={() => toggle(mineId)}
                />
              ) : null}{' '}
              {name} <span className="quiet">{`${mineId} · ${place(region)}`}</span>
            </span>
            <span className="quiet">
              {t('campaigns.requests.by', { who: role(requestedBy.role), day: words.dayOf(requestedAt) })}
            </span>
          </li>
        ))}
      </ul>
      {items.length < total ? <p>{t('campaigns.requests.tooMany')}</p> : null}
      {out > 0 ? <p>{t('campaigns.requests.out')}</p> : null}
      {grant.isError ? <Failure error={grant.error} /> : null}
      {supervisor ? (
        <div className={classes.buttons}>
          <Button kind="primary" disabled={count === 0 || grant.isPending} onClick={() => void grantAll()}>
            {t('campaigns.requests.grant', { count })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
