import {
  addDays,
  createEngine,
  dayOf,
  daysBetween,
  dueFor,
  type Engine,
  type EventStore,
  type Fact,
  type FoldedMine,
  milliseconds,
  type Outcome,
  openCampaign,
  openStore,
  type SendCommand,
  type SystemEvent,
  theSystem,
} from '@rectify/engine';
import { v5 as uuidFrom } from 'uuid';
import { campaignOpening } from './campaign.ts';
import { inChinese } from './in-chinese.ts';
import { type StoryLanguage, scenarioEvent, scenarioStream } from './scenario-stream.ts';
import { at, ZONE } from './story/moments.ts';
import { invented } from './story/source.ts';
import type { Answering, Sending, Step, Story } from './story/story.ts';

/** The engine refused a step: the story no longer fits the statechart, its schemas or the procedure. */
class StoryRefused extends Error {
  override readonly name = 'StoryRefused';
}

/** Told after each step of the play: how many are done, of how many. */
export type Progress = (done: number, of: number) => void;

/** What is played. */
export interface Play {
  readonly scenario: string;
  readonly endsAt: string;
  readonly stories: readonly Story[];
  /** What names and texts are told in. */
  readonly language: StoryLanguage;
  readonly onProgress?: Progress | undefined;
}

const IDS = '0d8b1c52-3f0e-5a0e-9a55-0b8b6f1f2d11';

interface Scheduled {
  readonly at: string;
  readonly run: () => Promise<void>;
}

/**
 * Plays the stories of all mines together through an engine with a simulated clock, into a store in memory. Ids come from the commands
 * that need them, so that two plays give equal histories. Every night the system looks for deadlines that passed.
 * @throws StoryRefused
 */
export async function play({ scenario, endsAt, stories, language, onProgress }: Play): Promise<EventStore> {
  const store = await openStore('memory:', { newStoreId: () => scenario });
  let now = '';
  let command = '';
  let idsOfCommand = 0;
  const newId = () => uuidFrom(`${command}#${++idsOfCommand}`, IDS);
  const needs = { store, clock: () => now, newId };
  const engine = createEngine(needs);
  const mines = new Map<string, FoldedMine>();

  function begin(instant: string, name: string): string {
    now = instant;
    command = `${scenario}/${name}`;
    idsOfCommand = 0;
    return command;
  }

  const told = <T>(value: T): T => (language === 'en' ? value : everyText(value, inChinese));

  function take(name: string, outcome: Outcome): Outcome {
    if (outcome.kind === 'rejected')
      throw new StoryRefused(`${name} at ${now} was refused: ${JSON.stringify(outcome.rejection)}`);
    mines.set(outcome.mine.mine.mineId, outcome.mine);
    return outcome;
  }

  async function markScenario(type: 'ScenarioBegun' | 'ScenarioCompleted', instant: string): Promise<void> {
    begin(instant, type);
    const expected = type === 'ScenarioBegun' ? 'no-stream' : 0;
    await store.append(
      scenarioStream,
      [scenarioEvent(type, { scenario, endsAt, ...(language !== 'en' && { language }) }, now, newId())],
      expected,
    );
  }

  async function open(): Promise<void> {
    const commandId = begin(campaignOpening.at, 'campaign');
    const opened = await openCampaign(needs, { ...told(campaignOpening.sent), commandId });
    if (opened.kind === 'rejected')
      throw new StoryRefused(`The campaign was refused: ${JSON.stringify(opened.rejection)}`);
  }

  async function register({ mineId, registration: { at: instant, by, ...registered } }: Story): Promise<void> {
    const commandId = begin(instant, `${mineId}/registration`);
    take(mineId, await engine.register({ ...told(registered), person: by, commandId }));
  }

  async function perform(mineId: string, step: Step, index: number): Promise<void> {
    const commandId = begin(step.at, `${mineId}/${index + 1}`);
    const mine = mines.get(mineId);
    const sent = step.kind === 'sends' ? await sending(engine, mineId, step) : answering(mine, step);
    take(`${mineId}, ${sent.type}`, await engine.send({ ...told(sent), mineId, person: step.by, commandId }));
  }

  function firstDue(mineId: string, instant: string): SystemEvent | undefined {
    const mine = mines.get(mineId);
    return mine && dueFor(mine, instant)[0];
  }

  async function lookForDeadlines(instant: string): Promise<void> {
    for (const mineId of mines.keys()) {
      for (let due = firstDue(mineId, instant); due; due = firstDue(mineId, instant)) {
        const { type, data } = due;
        const commandId = begin(instant, `${mineId}/${due.commandId}`);
        const sent = { ...told({ type, data }), mineId, source: invented, person: theSystem, commandId };
        take(`${mineId}, ${type}`, await engine.send(sent));
      }
    }
  }

  const agenda: Scheduled[] = [
    { at: campaignOpening.at, run: open },
    ...stories.flatMap((story) => [
      { at: story.registration.at, run: () => register(story) },
      ...story.steps.map((step, index) => ({ at: step.at, run: () => perform(story.mineId, step, index) })),
    ]),
    ...nights(campaignOpening.at, endsAt).map((night) => ({ at: night, run: () => lookForDeadlines(night) })),
  ].sort((a, b) => milliseconds(a.at) - milliseconds(b.at));

  await markScenario('ScenarioBegun', agenda[0]?.at ?? endsAt);
  for (const [index, { run }] of agenda.entries()) {
    await run();
    onProgress?.(index + 1, agenda.length);
  }
  await markScenario('ScenarioCompleted', endsAt);
  return store;
}

/** The same value with each of its texts said otherwise. */
function everyText<T>(value: T, say: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? say(part) : part));
}

/** Five minutes past midnight of every day after the first up to the last. */
function nights(first: string, last: string): string[] {
  const days = daysBetween(dayOf(first, ZONE), dayOf(last, ZONE));
  return Array.from({ length: days }, (_, index) => at(`${addDays(dayOf(first, ZONE), index + 1).slice(5)} 00:05`));
}

type Sent = Pick<SendCommand, 'type' | 'data' | 'occurredAt' | 'occurredAtPrecision' | 'source'>;

async function sending(engine: Engine, mineId: string, { data, ...step }: Sending): Promise<Sent> {
  const { type, occurredAt, occurredAtPrecision, source } = step;
  const facts: readonly Fact[] = typeof data === 'function' ? ((await engine.load(mineId))?.facts ?? []) : [];
  return { type, data: typeof data === 'function' ? data(facts) : data, occurredAt, occurredAtPrecision, source };
}

function answering(mine: FoldedMine | undefined, { request, declinedFor }: Answering): Sent {
  const pending = Object.values(mine?.mine.approvals ?? {}).find(({ event }) => event.type === request);
  if (!pending) throw new StoryRefused(`No request for ${request} waits for an answer.`);
  const { approvalId } = pending;
  return declinedFor === undefined
    ? { type: 'ApprovalGranted', data: { approvalId }, source: invented }
    : { type: 'ApprovalDeclined', data: { approvalId, reason: declinedFor }, source: invented };
}
