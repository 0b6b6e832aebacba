import { requestedAnswer, type Stored, storedAnswer } from '@rectify/api';
import type { EventData, EventType } from '@rectify/engine';
import { type EventAnswer, eventList, type MineDetail, mineDetail } from '@rectify/projections/answers';
import type { Answer, Client, Server } from './server.ts';

/** Someone of every role, signed in at a server; the officials act in all regions. */
export interface People {
  readonly inspector: Client;
  readonly supervisor: Client;
  readonly secondSupervisor: Client;
  readonly licensing: Client;
  readonly reviewer: Client;
  readonly analyst: Client;
}

/** Signs in someone of every role. */
export async function peopleAt(server: Pick<Server, 'as'>): Promise<People> {
  return {
    inspector: await server.as({ role: 'inspector', actor: 'inspector-1' }),
    supervisor: await server.as({ role: 'supervisor', actor: 'supervisor-1' }),
    secondSupervisor: await server.as({ role: 'supervisor', actor: 'supervisor-2' }),
    licensing: await server.as({ role: 'licensing', actor: 'licensing-1' }),
    reviewer: await server.as({ role: 'reviewer', actor: 'reviewer-1' }),
    analyst: await server.as({ role: 'analyst', actor: 'analyst-1' }),
  };
}

/** What may go with an event that is sent. */
export interface Circumstances {
  readonly occurredAt?: string;
  readonly key?: string;
  /** For If-Match. */
  readonly revision?: number;
}

/** A mine at a server. */
export interface MineAtServer {
  readonly mineId: string;
  readonly people: People;
  readonly owner: Client;
  /** Sends an event, whatever comes of it. */
  send(who: Client, type: string, data: unknown, circumstances?: Circumstances): Promise<Answer>;
  /** Something happens to the mine. Under four eyes the second supervisor grants it. */
  does<T extends EventType>(who: Client, type: T, data: EventData<T>, circumstances?: Circumstances): Promise<Stored>;
  /** Requests what needs another person; answers the approval's id. */
  requests<T extends EventType>(
    who: Client,
    type: T,
    data: EventData<T>,
    circumstances?: Circumstances,
  ): Promise<string>;
  /** The mine as a supervisor sees it now. */
  now(): Promise<MineDetail>;
  /** Its whole history as a supervisor sees it. */
  history(): Promise<EventAnswer[]>;
}

/** A closing order. */
export const order: EventData<'ClosureOrdered'> = {
  grounds: 'Strict inspection after the outage',
  authority: 'local authorities',
  legalBasis: 'not stated',
};

/** A note for everyone to read. */
export const note: EventData<'NoteAdded'> = { text: 'Seen on site.', visibility: 'owner' };

/** A document by its fingerprint. */
export const document = { name: 'proof.pdf', sha256: 'a'.repeat(64) };

const checks = ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'];
const requirements = ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'];

/** A mine as it is registered; whatever is not said follows from its number. */
export interface MineToRegister {
  readonly mineId: string;
  readonly name?: string;
  readonly operator?: string;
  readonly region?: string;
  readonly occurredAt?: string;
}

/** Registers a mine. */
export async function registered(
  server: Pick<Server, 'as'>,
  people: People,
  { mineId, name = `Mine ${mineId}`, operator = `Operator of ${mineId}`, region = 'CN-XJ', occurredAt }: MineToRegister,
): Promise<MineAtServer> {
  const owning = { id: `operator-of-${mineId}`, name: operator };
  const data = { mineId, name, region, operator: owning, capacity: { amount: 20, unit: 'MW' } };
  const answer = await people.inspector.post('/v1/mines', { ...data, occurredAt });
  answer.as(storedAnswer);
  const owner = await server.as({ role: 'owner', actor: owning.id, mines: [mineId] });
  return mineAt(mineId, people, owner);
}

/** A mine that a server has already. */
export function mineAt(mineId: string, people: People, owner: Client): MineAtServer {
  const path = `/v1/mines/${mineId}`;
  const mine: MineAtServer = {
    mineId,
    people,
    owner,
    send: (who, type, data, { occurredAt, key, revision } = {}) =>
      who.post(
        `${path}/events`,
        { type, data, occurredAt },
        {
          ...(key !== undefined && { 'Idempotency-Key': key }),
          ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
        },
      ),
    async does(who, type, data, circumstances) {
      const answer = await mine.send(who, type, data, circumstances);
      if (answer.status !== 202) return answer.as(storedAnswer);
      const { approvalId } = answer.as(requestedAnswer).approval;
      return (await mine.send(people.secondSupervisor, 'ApprovalGranted', { approvalId })).as(storedAnswer);
    },
    async requests(who, type, data, circumstances) {
      return (await mine.send(who, type, data, circumstances)).as(requestedAnswer).approval.approvalId;
    },
    now: async () => (await people.supervisor.get(path)).as(mineDetail),
    history: async () => (await people.supervisor.get(`${path}/events?limit=500`)).as(eventList).items,
  };
  return mine;
}

/** The places on the way from operating to reopened, each with what leads there. */
const way = {
  closed: ({ does, people }) => does(people.inspector, 'ClosureOrdered', order),
  inspecting: ({ does, people }) => does(people.inspector, 'InspectionStarted', { inspectionId: 'I1' }),
  inspected: (mine) => passTheInspection(mine, 'I1'),
  complete: satisfyTheRequirements,
  licensed: ({ does, people }) => does(people.licensing, 'RequirementsCertified', {}),
  reopened: ({ does, people }) => does(people.supervisor, 'ReopeningAuthorised', {}),
} satisfies Record<string, (mine: MineAtServer) => Promise<unknown>>;

/** Takes a mine that was just registered as far as a place on the way to reopened; `complete` is inspected with every requirement satisfied. */
export async function onTheWayTo(place: keyof typeof way, mine: MineAtServer): Promise<MineAtServer> {
  for (const [name, step] of Object.entries(way)) {
    await step(mine);
    if (name === place) break;
  }
  return mine;
}

/** Every check passes, and with it the inspection under way. */
export async function passTheInspection({ does, people }: MineAtServer, inspectionId: string): Promise<void> {
  for (const check of checks) await does(people.inspector, 'CheckRecorded', { check, outcome: 'pass' });
  await does(people.inspector, 'InspectionPassed', { inspectionId });
}

/** The owner sends evidence for every requirement and the licensing officer accepts it. */
export async function satisfyTheRequirements({ does, people, owner }: MineAtServer): Promise<void> {
  for (const requirement of requirements) {
    await does(owner, 'EvidenceSubmitted', { requirement, document });
    await does(people.licensing, 'RequirementSatisfied', { requirement });
  }
}
