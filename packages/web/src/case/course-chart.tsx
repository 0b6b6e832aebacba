import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import type { MineDetail } from '../api/answers.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { ChartStep } from '../statechart/chart-step.ts';
import { entering } from '../statechart/entered-by.ts';
import type { ChosenState } from '../statechart/state-choice.ts';
import { Statechart } from '../statechart/statechart.tsx';
import { WhyNot } from './actions/why-not.tsx';

/** The chart of a case. Of today, each state that the mine is not in can be asked why, and how it would come there. */
export function CourseChart({ mine, history }: { readonly mine: MineDetail; readonly history: readonly ChartStep[] }) {
  const { whyNot } = useSearch({ from: '/mines/$mineId' });
  const navigate = useNavigate({ from: '/mines/$mineId' });
  const today = useAsOf().kind === 'today';
  const panel = useId();
  const explained = useId();
  const asked = stateIn(whyNot);
  const chosen = asked && mine.state[asked.region] !== asked.state ? asked : null;
  const event = chosen && entering(chosen.region, chosen.state);
  if (!today) return <Statechart value={mine.state} history={history} />;
  const ask = (at: ChosenState | null) =>
    void navigate({
      search: (now) => ({ ...now, whyNot: at === null ? undefined : `${at.region}:${at.state}` }),
      resetScroll: false,
    });
  return (
    <Statechart value={mine.state} history={history} choice={{ chosen, controls: panel, explained, choose: ask }}>
      {chosen && event ? (
        <WhyNot
          id={panel}
          mine={mine}
          at={chosen}
          event={event}
          onOpen={(act) => void navigate({ search: (now) => ({ ...now, act }), resetScroll: false })}
          onClose={() => ask(null)}
        />
      ) : null}
    </Statechart>
  );
}

function stateIn(whyNot: string | undefined): ChosenState | null {
  const [name, state] = whyNot?.split(':') ?? [];
  const region = (['operation', 'appeal', 'power'] as const).find((known) => known === name);
  return region && state ? { region, state } : null;
}
