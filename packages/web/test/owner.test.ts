import { describe, expect, test } from '@jest/globals';
import { told } from '@rectify/words';
import { speechIn } from '../src/case/speech.ts';
import { afterSending } from '../src/owner/after-sending.ts';
import { appealStanding } from '../src/owner/appeal-standing.ts';
import { dueWords } from '../src/owner/due-words.ts';
import { mayIRun } from '../src/owner/may-i-run.ts';
import { nextStep } from '../src/owner/next-step.ts';
import { othersText } from '../src/owner/region-figures.tsx';
import { stepBrief } from '../src/owner/step-brief.ts';
import { type Step, stepsOf } from '../src/owner/steps.ts';
import { aLetter, anEvent, closedMine, closedMineBut, deadline, inspectedMine } from './a-closed-mine.ts';
import { inLanguage } from './in-language.ts';

const english = speechIn(await inLanguage('en'), 'en', '2018-11-23');
const chinese = speechIn(await inLanguage('zh-CN'), 'zh-CN', '2018-11-23');
const kinds = (steps: readonly Step[]) => steps.map(({ kind }) => kind);
const running = { status: 'operating', shut: false, mayOperate: true, closure: null } as const;

describe('may I run?', () => {
  test('a shut mine must not', () => {
    expect(mayIRun(closedMine)).toEqual({ answer: 'no' });
  });

  test('a running mine may', () => {
    expect(mayIRun(closedMineBut({ ...running, state: { operation: 'operating' } }))).toEqual({ answer: 'yes' });
  });

  test('a curtailed mine may up to its limit', () => {
    const limit = { amount: 8, unit: 'MW' };
    const mine = closedMineBut(
      { ...running, state: { operation: 'operating', power: 'curtailed' } },
      { allowedPower: limit },
    );
    expect(mayIRun(mine)).toEqual({ answer: 'upTo', limit });
  });

  test('a stay lets a shut mine run while the appeal is decided', () => {
    expect(mayIRun(closedMineBut({ mayOperate: true, state: { appeal: 'lodged.stayed' } }))).toEqual({
      answer: 'whileAppealing',
    });
  });

  test('an appeal alone does not', () => {
    expect(mayIRun(closedMineBut({ state: { appeal: 'lodged.unstayed' } }))).toEqual({ answer: 'no' });
  });

  test('a running mine that moves must not, and a decommissioned one never again', () => {
    const moving = closedMineBut({
      ...running,
      mayOperate: false,
      state: { operation: 'operating', power: 'relocating' },
    });
    expect(mayIRun(moving)).toEqual({ answer: 'moving' });
    const gone = closedMineBut({ status: 'decommissioned', shut: false, state: { operation: 'decommissioned' } });
    expect(mayIRun(gone)).toEqual({ answer: 'never' });
  });
});

describe('what is missing', () => {
  test('an inspection names its office and its day', () => {
    const [inspection] = stepsOf(closedMine).missing;
    expect(inspection).toMatchObject({
      kind: 'inspection',
      stage: 'awaited',
      turn: { party: 'authority', office: 'tax' },
      deadline: { dueOn: '2018-11-19' },
    });
  });

  test('what was sent is not done before it is accepted', () => {
    const sent = stepsOf(inspectedMine({ status: 'submitted' }));
    expect(sent.missing).toMatchObject([{ kind: 'requirement', turn: { party: 'authority', office: 'licensing' } }]);
    expect(kinds(sent.done)).toEqual(['inspection']);
  });

  test('a requirement that is no longer valid is missing again, and the owner’s turn', () => {
    const { missing } = stepsOf(inspectedMine({ status: 'satisfied', expired: true, validUntil: '2018-11-20' }));
    expect(missing).toMatchObject([{ kind: 'requirement', turn: { party: 'owner' } }]);
  });

  test('once all is accepted the confirmation is next', () => {
    expect(kinds(stepsOf(inspectedMine({ status: 'satisfied' })).missing)).toEqual(['certification']);
  });

  test('a signed letter does not hold up reopening, a declined one is for the authority to withdraw', () => {
    const signed = stepsOf(inspectedMine({ status: 'satisfied' }, { letters: [aLetter('signed')] }));
    expect(kinds(signed.done)).toContain('letter');
    const declined = stepsOf(inspectedMine({ status: 'satisfied' }, { letters: [aLetter('declined')] }));
    expect(declined.missing).toContainEqual(
      expect.objectContaining({ kind: 'letter', turn: { party: 'authority', office: null } }),
    );
  });

  test('an open finding is the owner’s turn while it is made good', () => {
    const finding = {
      findingId: 'F1',
      description: 'Fire doors are blocked.',
      check: null,
      status: 'open',
      raisedAt: '2018-11-10T10:00:00+08:00',
      dueOn: '2018-11-26',
      originalDueOn: '2018-11-26',
      overdue: false,
      clearedAt: null,
      settledAt: null,
      evidence: null,
    } as const;
    const found = closedMineBut({ state: { operation: 'closed.remediating' } }, { findings: [finding] });
    expect(stepsOf(found).missing[1]).toMatchObject({ kind: 'finding', turn: { party: 'owner' } });
  });

  test('a running mine is asked only for what binds it while it runs', () => {
    expect(stepsOf(closedMineBut({ ...running, state: { operation: 'operating' } }))).toEqual({
      missing: [],
      done: [],
    });
    const asked = closedMineBut({ ...running, state: { operation: 'operating' } }, { letters: [aLetter('demanded')] });
    expect(kinds(stepsOf(asked).missing)).toEqual(['letter']);
  });
});

describe('what happens next', () => {
  const plannedFor = (scheduledFor: string) =>
    closedMineBut(
      {},
      { inspections: { ...closedMine.detail.inspections, scheduled: { inspectionId: 'I1', scheduledFor } } },
    );
  test.each([
    ['nobody has planned the inspection', closedMine, 'inspectionAwaited'],
    ['it is planned', plannedFor('2018-12-20'), 'inspectionPlanned'],
    ['the day that it was planned for has passed', plannedFor('2018-11-01'), 'inspectionMissed'],
    ['the order is stayed', closedMineBut({ mayOperate: true, state: { appeal: 'lodged.stayed' } }), 'stayed'],
    ['the mine moves', closedMineBut({ state: { power: 'relocating' } }), 'moving'],
    ['a document was returned', inspectedMine({ status: 'returned' }), 'ownerSends'],
    ['a document waits for its answer', inspectedMine({ status: 'submitted' }), 'officesAnswer'],
    ['all is accepted', inspectedMine({ status: 'satisfied' }), 'certifying'],
    ['a letter is unsigned', inspectedMine({ status: 'satisfied' }, { letters: [aLetter('demanded')] }), 'ownerSigns'],
    ['nothing is asked', closedMineBut({ ...running, state: { operation: 'operating' } }), 'nothing'],
  ] as const)('when %s', (_case, mine, sentence) => {
    expect(nextStep(mine).sentence).toBe(sentence);
  });
});

describe('appealing', () => {
  test('is possible until the day that the server names, which counts from the order while it is not served', () => {
    expect(appealStanding(closedMine)).toMatchObject({ stage: 'open', served: false, until: { dueOn: '2018-12-05' } });
  });

  test('a pending appeal says when it is to be decided and that it was late', () => {
    const appeal = {
      appealId: 'A1',
      cycle: 1,
      lodgedAt: '2018-12-08T10:00:00+08:00',
      grounds: 'It names another mine.',
      against: 'order',
      againstId: null,
      repeated: false,
      status: 'pending',
      endedAt: null,
      stay: 'none',
      stayRequestedAt: null,
    } as const;
    const deadlines = [deadline('appeal-decision', '2019-02-06', 'review', 'A1')];
    const mine = closedMineBut({ flags: ['appeal-late'] }, { appeals: [appeal], deadlines });
    expect(appealStanding(mine)).toMatchObject({ stage: 'pending', late: true, decision: { dueOn: '2019-02-06' } });
  });

  test('a relocation has no order to appeal against', () => {
    const { closure } = closedMine;
    expect(appealStanding(closedMineBut({ closure: closure && { ...closure, cause: 'relocation' } }))).toEqual({
      stage: 'none',
    });
  });
});

describe('after sending', () => {
  const sent = { type: 'EvidenceSubmitted', data: { requirement: 'LICENCES' } } as const;

  test('a document is not said to be accepted, and who answers until when is named', () => {
    const deadlines = [deadline('evidence-answer', '2018-12-07', 'licensing', 'LICENCES')];
    expect(afterSending(sent, inspectedMine({ status: 'submitted' }, { deadlines }), english)).toBe(
      'This is not an acceptance yet. Next: licensing office, due 7 Dec.',
    );
  });

  test('a request is not said to be granted', () => {
    const deadlines = [deadline('lift-decision', '2018-12-07', 'energy')];
    expect(afterSending({ type: 'LiftRequested', data: {} }, closedMineBut({}, { deadlines }), english)).toBe(
      'Nothing is decided yet. Next: energy office, due 7 Dec.',
    );
  });

  test('a statement is simply on the file', () => {
    expect(afterSending({ type: 'OwnerStatementFiled', data: {} }, closedMine, chinese)).toBe('已存入档案。');
  });
});

describe('in plain words', () => {
  test('a deadline of an office that has passed says how late it is', () => {
    expect(dueWords('2018-11-19', english, 'theirs')).toBe('was due on 19 Nov; it is 4 days late');
    expect(dueWords('2018-11-19', chinese, 'theirs')).toBe('应于11月19日前完成，已逾期4天');
    expect(dueWords('2018-11-23', english, 'yours')).toBe('by today');
  });

  test('an order that does not say who ordered it is told so', () => {
    const event = anEvent('ClosureOrdered', '2018-11-05T00:00:00+08:00', 1, {
      data: { grounds: 'Strict inspection', authority: 'not stated', legalBasis: 'not stated' },
    });
    expect(told(event, closedMine, english)).toEqual({
      sentence: 'The mine was closed by order. Who ordered it is not stated.',
      about: null,
      filed: 'Strict inspection',
    });
  });

  test('what was sent is told with the requirement it is for', () => {
    const event = anEvent('EvidenceSubmitted', '2018-11-12T09:00:00+08:00', 2, {
      data: { requirement: 'LICENCES', document: { name: 'licences.pdf', sha256: 'a'.repeat(64) } },
    });
    expect(told(event, closedMine, english).sentence).toBe('Licences: “licences.pdf” was sent.');
    expect(told(event, closedMine, chinese).sentence).toBe('许可证照：提交“licences.pdf”。');
  });

  test('reported lost capacity keeps its unit, its scope and that it is about', () => {
    const data = { amountPerDay: 1_000_000, approximate: true, unit: 'unspecified', scope: 'campaign' };
    const event = anEvent('LostCapacityReported', '2018-11-09T10:00:00+08:00', 3, { data });
    expect(told(event, closedMine, english).sentence).toBe(
      'Lost capacity was reported: about 1,000,000 (unit not stated) per day, of the mines of the campaign together.',
    );
  });
});

describe('a step in one line', () => {
  const briefOf = (mine: typeof closedMine, speech: typeof english) =>
    stepsOf(mine).missing.map((step) => stepBrief(step, speech));

  test('names whose turn it is and by when', () => {
    expect(briefOf(closedMine, english)).toEqual([
      { turn: 'tax office', standing: 'was due on 19 Nov; it is 4 days late' },
      { turn: 'Your turn', standing: 'not sent yet' },
    ]);
  });

  test('never says of what was sent that it was accepted', () => {
    const [sent] = briefOf(inspectedMine({ status: 'submitted' }), english);
    expect(sent).toEqual({ turn: 'licensing office', standing: 'sent, not accepted yet' });
    const [returned] = briefOf(inspectedMine({ status: 'returned' }), chinese);
    expect(returned).toEqual({ turn: '由您办理', standing: '已退回补正' });
  });
});

describe('how long it took others', () => {
  const notKnown = { value: null, lower: null, upper: null };
  const at = (closures: number, median: number | null, most: number | null) => ({
    perState: {
      'closed.awaitingInspection': {
        closures,
        now: 0,
        total: { milliseconds: 0, duration: 'PT0S', days: 0 },
        mean: null,
        stays: closures,
        staysGoingOn: 0,
        tenthPercentile: notKnown,
        firstQuartile: notKnown,
        thirdQuartile: notKnown,
        median: { value: median, lower: null, upper: null },
        ninetiethPercentile: { value: most, lower: null, upper: null },
        waitedOn: [],
      },
    },
  });
  const said = (...figures: Parameters<typeof at>) => othersText(at(...figures), 'closed.awaitingInspection', english);

  test('is said with its range', () => {
    expect(said(31, 8.2, 20)).toContain('half were past it within 9 days, nine in ten within 20 days');
  });

  test('is said once where the half and nine in ten took as long', () => {
    expect(said(15, 0.2, 0.9)).toContain('nine in ten were past it within 1 day. Yours');
  });

  test('is not said of fewer than five, nor where fewer than half got there', () => {
    const tooFew = 'Too few of them are past this step to say how long it usually takes.';
    expect([said(4, 3, 5), said(31, null, null)]).toEqual([tooFew, tooFew]);
  });

  test('does not make up how long the slowest take', () => {
    expect(said(31, 8, null)).toContain('how long the others take cannot be said yet');
  });
});
