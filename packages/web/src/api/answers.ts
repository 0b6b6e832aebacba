import type { EventType, MineStatus, Reason, Role } from '@rectify/engine/rectification';
import type { EventAnswer, MineAnswer, MineDetail } from '@rectify/projections/answers';

export type {
  ActorAnswer,
  ApprovalAnswer,
  ClosureAnswer,
  DeadlineAnswer,
  EventAnswer,
  MineAnswer,
  MineDetail,
  MineFlag,
  StatisticsAnswer,
} from '@rectify/projections/answers';

/** What the server says about itself. */
export interface System {
  readonly demonstration: boolean;
  /** The last day of the demonstration's story, as an instant or a day. */
  readonly scenarioEndsAt?: string | null;
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  readonly total: number;
}

/** What may be sent now, and what may not and why. */
export interface NextAnswer {
  readonly possible: readonly {
    readonly type: EventType;
    readonly schema: Readonly<Record<string, unknown>>;
    readonly needsApproval: boolean;
  }[];
  readonly refused: readonly {
    readonly type: EventType;
    readonly reasons: readonly Reason[];
    readonly path?: readonly { readonly type: EventType; readonly role: Role; readonly for?: string }[] | null;
  }[];
}

/** What became of an event that was sent: recorded, or requested and waiting for a second person. */
export type SentAnswer =
  | {
      readonly event: EventAnswer;
      readonly mine: MineDetail;
      readonly duplicate: boolean;
      readonly approval?: undefined;
    }
  | {
      readonly approval: { readonly approvalId: string };
      readonly mine: MineDetail;
      readonly duplicate: boolean;
      readonly event?: undefined;
    };

/** A page of mines. */
export type MinePage = Page<MineAnswer>;

/** How many mines fit, by what a filter could narrow: each breakdown fits all filters but its own. */
export interface MineCounts {
  readonly total: number;
  readonly byStatus: Readonly<Partial<Record<MineStatus, number>>>;
  readonly byRegion: Readonly<Record<string, number>>;
  readonly byWaitingOn: Readonly<Partial<Record<'owner' | 'authority' | 'nobody', number>>>;
  readonly byOffice: Readonly<Record<string, number>>;
  readonly overdue: number;
}
