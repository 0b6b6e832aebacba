import { createHmac } from 'node:crypto';
import {
  type Actor,
  endOfTenure,
  type Fact,
  type FoldedMine,
  factsVisibleToOwner,
  fold,
  foldForOwner,
  type Instants,
  officials,
  type Person,
  tenureOf,
} from '@rectify/engine/rectification';
import type { Asked } from './instants.ts';
import type { MineAnswer } from './status/mine-answer.ts';
import type { ApprovalAnswer, MineDetail } from './status/mine-detail.ts';
import type { ActorAnswer, EventAnswer } from './timeline/event-answer.ts';

type JsonObject = EventAnswer['data'];
type JsonValue = JsonObject[string];

/** Who looks: domain.md, "Who may do and see what". Rights are those of now, whatever instant is asked about. */
export type Viewer =
  /** Sees everything, of all regions. */
  | { readonly kind: 'official' }
  /** Sees their own mines; of the authority, what is addressed to them; of officials, office and role. */
  | { readonly kind: 'owner'; readonly mines: readonly string[]; readonly operator?: string | undefined }
  /** Sees everything, but people under pseudonyms. `pseudonymKey` is secret; the same key gives the same pseudonyms. */
  | { readonly kind: 'analyst'; readonly pseudonymKey: string };

/** Figures of fewer closures would tell an owner about single ones of others: domain.md, "Who may do and see what". */
export const FEWEST_FOR_OWNERS = 10;

/** A person as a viewer. Roles that have no part in cases see what an analyst sees. */
export function viewerOf(
  { role, mines, operator }: Pick<Person, 'role' | 'mines' | 'operator'>,
  pseudonymKey: string,
): Viewer {
  if (officials.includes(role) || role === 'system') return { kind: 'official' };
  return role === 'owner' ? { kind: 'owner', mines, operator } : { kind: 'analyst', pseudonymKey };
}

/** Whether a mine exists for a viewer: to an owner, another's mine is not found. */
export function maySeeMine(viewer: Viewer, mineId: string): boolean {
  return viewer.kind !== 'owner' || viewer.mines.includes(mineId);
}

/** The facts of one mine that a viewer may see, in order. */
export function visibleFacts(viewer: Viewer, facts: readonly Fact[]): readonly Fact[] {
  return viewer.kind === 'owner' ? factsVisibleToOwner(facts, viewer.operator) : facts;
}

/** A mine as a viewer may know it, as of and as known at instants; undefined where there is none for them. */
export function foldFor(viewer: Viewer, facts: readonly Fact[], instants: Instants): FoldedMine | undefined {
  return viewer.kind === 'owner' ? foldForOwner(facts, viewer.operator, instants) : fold(facts, instants);
}

/** Whether a mine belongs into a viewer's lists: an owner's hold what they operate now; what they operated is still theirs to read by its id. */
export function isTheirsNow(viewer: Viewer, facts: readonly Fact[]): boolean {
  return viewer.kind !== 'owner' || tenureOf(facts, viewer.operator)?.until === null;
}

/** What a viewer asks, about no later an instant than is theirs to know: a former operator's time has ended. */
export function askedBy(viewer: Viewer, facts: readonly Fact[], asked: Asked): Asked {
  const until = viewer.kind === 'owner' ? tenureOf(facts, viewer.operator)?.until : undefined;
  return until ? { ...asked, asOf: endOfTenure(until, asked.asOf) } : asked;
}

/** The revision of a mine as a viewer knows it: the last one visible to them; undefined if there is none. */
export function lastVisibleRevision(viewer: Viewer, facts: readonly Fact[]): number | undefined {
  return visibleFacts(viewer, facts).at(-1)?.revision;
}

/** The name under which an analyst sees a person: stable for a key, and not to be traced back without it (HMAC-SHA-256). */
export function pseudonymOf(id: string, pseudonymKey: string): string {
  return `person-${createHmac('sha256', pseudonymKey).update(id).digest('hex').slice(0, 12)}`;
}

/** Someone who acted, as a viewer may know them. */
export function actorFor(viewer: Viewer, { id, role, office }: ActorAnswer): ActorAnswer {
  if (id === undefined || (viewer.kind === 'owner' && role !== 'owner')) return { role, office };
  return {
    role,
    office,
    id: viewer.kind === 'analyst' && role !== 'system' ? pseudonymOf(id, viewer.pseudonymKey) : id,
  };
}

/** Whether a viewer may know the keys that someone sent an event under: senders choose them, so they can hold a name. */
export function maySeeKeysOf(viewer: Viewer, { role }: Actor): boolean {
  return viewer.kind === 'official' || (viewer.kind === 'owner' && role === 'owner');
}

/** An event's data as a viewer may know it: an assignee is a person. */
export function dataFor(viewer: Viewer, data: JsonObject): JsonObject {
  return viewer.kind === 'analyst' ? withPseudonyms(data, viewer.pseudonymKey) : data;
}

/** The query of a list as a viewer may know it: it can name assignees, by themselves or separated by commas. */
export function queryFor(viewer: Viewer, query: Readonly<Record<string, string | string[]>>) {
  const { assignee } = query;
  if (viewer.kind !== 'analyst' || assignee === undefined) return query;
  const people = [assignee].flat().flatMap((given) => given.split(','));
  return { ...query, assignee: people.map((id) => pseudonymOf(id, viewer.pseudonymKey)) };
}

/** A mine as answered, with the people in it as a viewer may know them. */
export function mineFor(viewer: Viewer, answer: MineAnswer): MineAnswer {
  return { ...answer, assignee: assigneeFor(viewer, answer.assignee) };
}

/** Counts by assignee as a viewer may know them. */
export function byAssigneeFor(viewer: Viewer, byAssignee: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byAssignee).map(([id, mines]) => [assigneeFor(viewer, id) ?? id, mines] as const),
  );
}

/** A mine with everything about it, with the people in it as a viewer may know them. */
export function mineDetailFor(viewer: Viewer, { detail, ...answer }: MineDetail): MineDetail {
  const approvals = detail.approvals.map((approval) => approvalFor(viewer, approval));
  return { ...mineFor(viewer, answer), detail: { ...detail, approvals } };
}

/** A four-eyes request, for instance the engine's `PendingApproval`, as a viewer may know it; owners are not shown any (see {@link visibleFacts}). */
export function approvalFor(viewer: Viewer, approval: ApprovalAnswer): ApprovalAnswer {
  const { event, requestedBy } = approval;
  return {
    ...approval,
    event: { ...event, data: dataFor(viewer, event.data) },
    requestedBy: actorFor(viewer, requestedBy),
  };
}

function assigneeFor(viewer: Viewer, assignee: string | null): string | null {
  return viewer.kind === 'analyst' && assignee !== null ? pseudonymOf(assignee, viewer.pseudonymKey) : assignee;
}

function withPseudonyms(data: JsonObject, pseudonymKey: string): JsonObject {
  const hidden = (key: string, value: JsonValue): JsonValue => {
    if (key === 'assignee' && typeof value === 'string') return pseudonymOf(value, pseudonymKey);
    if (Array.isArray(value)) return value.map((item) => hidden('', item));
    return typeof value === 'object' && value !== null ? withPseudonyms(value, pseudonymKey) : value;
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hidden(key, value)]));
}
