import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useMedia } from '../../design/use-narrow.ts';
import type { Tab } from '../case-search.ts';
import { Appeals } from './appeals.tsx';
import { Assignment } from './assignment.tsx';
import { Checks } from './checks.tsx';
import { Deadlines } from './deadlines.tsx';
import { Documents } from './documents.tsx';
import { EarlierClosures } from './earlier-closures.tsx';
import classes from './file-tabs.module.css';
import { Findings } from './findings.tsx';
import { Letters } from './letters.tsx';
import { Licences } from './licences.tsx';
import { Power } from './power.tsx';
import { Reports } from './reports.tsx';
import { Requirements } from './requirements.tsx';
import { amountIn, tabsOf } from './tabs.ts';

const parts: Readonly<Record<Tab, ComponentType<{ readonly mine: MineDetail }>>> = {
  requirements: Requirements,
  checks: Checks,
  findings: Findings,
  deadlines: Deadlines,
  licences: Licences,
  letters: Letters,
  power: Power,
  appeals: Appeals,
  documents: Documents,
  assignment: Assignment,
  reports: Reports,
  earlier: EarlierClosures,
};

/** Everything on the file, a part at a time as the address names it; on paper all of it. */
export function FileTabs({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/mines/$mineId' });
  const navigate = useNavigate({ from: '/mines/$mineId' });
  const onPaper = useMedia('print');
  const there = tabsOf(mine);
  const shown = there.find((known) => known === tab) ?? there[0] ?? 'deadlines';
  const show = (next: string | null) =>
    void navigate({
      search: (now) => ({ ...now, tab: there.find((known) => known === next) }),
      replace: true,
      resetScroll: false,
    });
  if (onPaper) {
    return there.map((name) => {
      const Part = parts[name];
      return <Part key={name} mine={mine} />;
    });
  }
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      onChange={show}
      classNames={{ list: classes.list ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
      className={classes.file}
    >
      <Tabs.List aria-label={t('case.tabs.label')}>
        {there.map((name) => {
          const amount = amountIn(name, mine);
          return (
            <Tabs.Tab key={name} value={name}>
              {t(`case.tabs.${name}`)} {amount === null ? null : <span className={classes.amount}>{amount}</span>}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {there.map((name) => {
        const Part = parts[name];
        return (
          <Tabs.Panel key={name} value={name}>
            <Part mine={mine} />
            <Nothing tab={name} mine={mine} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}

/** What a part says that has nothing in it. */
function Nothing({ tab, mine: { detail } }: { readonly tab: Tab; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const { direction, relocation } = detail.power;
  const empty = {
    licences: detail.licences.length === 0,
    power: !direction && !relocation,
    appeals: detail.appeals.length === 0,
    documents: detail.documents.length === 0,
  };
  const name = (['licences', 'power', 'appeals', 'documents'] as const).find((known) => known === tab);
  return name && empty[name] ? <p className="quiet">{t(`case.tabs.none.${name}`)}</p> : null;
}
