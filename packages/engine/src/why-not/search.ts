/** A state that a search has come to, and how. */
interface Place<State, Move> {
  readonly state: State;
  readonly came: { readonly from: Place<State, Move>; readonly by: Move } | null;
}

/** What a search goes by. */
export interface Problem<State, Move> {
  readonly start: State;
  /** The same for states from which the goal is equally far. */
  readonly key: (state: State) => string;
  /** The move that reaches the goal from a state, if one does; else the moves that lead on, with where to. */
  readonly look: (state: State) => Outlook<State, Move>;
  /** The most states to look at. */
  readonly limit: number;
}

/** What can be seen from a state. */
export type Outlook<State, Move> =
  | { readonly last: Move }
  | { readonly onward: readonly { readonly move: Move; readonly state: State }[] };

/** What came of a search, and at how many states it looked. */
export type Searched<Move> =
  | { readonly found: 'way'; readonly moves: readonly Move[]; readonly looked: number }
  | { readonly found: 'none' | 'gave-up'; readonly looked: number };

/** The shortest way to a goal, breadth first; of ways equally short, that whose moves were offered first. */
export function search<State, Move>({ start, key, look, limit }: Problem<State, Move>): Searched<Move> {
  const known = new Set([key(start)]);
  const places: Place<State, Move>[] = [{ state: start, came: null }];
  // Places are added while the loop goes over them.
  for (const [looked, place] of places.entries()) {
    if (looked === limit) return { found: 'gave-up', looked };
    const outlook = look(place.state);
    if ('last' in outlook) return { found: 'way', moves: [...movesTo(place), outlook.last], looked: looked + 1 };
    for (const { move, state } of outlook.onward) {
      const name = key(state);
      if (known.has(name)) continue;
      known.add(name);
      places.push({ state, came: { from: place, by: move } });
    }
  }
  return { found: 'none', looked: places.length };
}

function movesTo<State, Move>({ came }: Place<State, Move>): Move[] {
  return came ? [...movesTo(came.from), came.by] : [];
}
