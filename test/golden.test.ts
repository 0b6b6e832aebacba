import { expect, test } from '@jest/globals';
import { apply, type Fact, type FoldedMine, factOf, fold, isInOrder, verifyMine } from '@rectify/engine';
import { answered } from './golden/answered.ts';
import { namesOfHistories, read } from './golden/files.ts';
import { goldenHistory } from './golden/history-file.ts';
import { MINE_ID } from './golden/people.ts';
import { play } from './golden/play.ts';

const files = namesOfHistories().map((name) => ({ name, content: read(name) }));

for (const { name, content } of files) {
  test(sentenceOf(content) ?? name, async () => {
    const history = goldenHistory.parse(content);
    const { facts, records, shelf, answered: atEachAppend } = await play(history);
    expect(answered(history.expected, facts)).toEqual(history.expected);

    const now = fold(facts);
    expect(fold(facts)).toEqual(now);
    const asStored = records.map((record) => factOf(JSON.parse(JSON.stringify(record)), shelf.procedures));
    expect(fold(asStored)).toEqual(now);
    expect(verifyMine(MINE_ID, records, shelf)).toEqual([]);
    for (let known = 1; known <= facts.length; known++) {
      const earlier = facts.slice(0, known);
      const atTheTime = atEachAppend.get(known - 1);
      if (atTheTime) expect(fold(earlier)).toEqual(atTheTime);
      expect(foldOn(fold(earlier), facts, known)).toEqual(now);
    }
  });
}

test('there are at least 60 golden histories, and no two say the same', () => {
  const sentences = files.map(({ content }) => sentenceOf(content));
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences.length).toBeGreaterThanOrEqual(60);
});

function sentenceOf(content: unknown): string | undefined {
  const { success, data } = goldenHistory.pick({ sentence: true }).loose().safeParse(content);
  return success ? data.sentence : undefined;
}

/** Folds the facts that follow onto a mine known so far: one by one while they are in order, from the beginning where one is not. */
function foldOn(mine: FoldedMine | undefined, facts: readonly Fact[], known: number): FoldedMine | undefined {
  return facts
    .slice(known)
    .reduce(
      (folded, fact, index) =>
        folded && isInOrder(folded, fact) ? apply(folded, fact) : fold(facts.slice(0, known + index + 1)),
      mine,
    );
}
