import type { EventType, ProcedureWordings, Reason, Role } from '@rectify/engine/rectification';
import type { ApprovalAnswer, EventAnswer, MineDetail } from '@rectify/projections/answers';

export type {
  ActorAnswer,
  ApprovalAnswer,
  BottleneckAnalysis,
  ChangeKind,
  ChangesAnswer,
  Citation,
  ClosureAnswer,
  ClosureList,
  CourseAnswer,
  DeadlineAnswer,
  EventAnswer,
  EventList,
  LateDeadline,
  LateList,
  ListedClosure,
  MineAnswer,
  MineChange,
  MineCounts,
  MineDetail,
  MineList,
  PreviewAnswer,
  StatisticsAnswer,
  StayAnswer,
  StayList,
  SurvivalAnalysis,
  WorkItemAnswer,
  WorkList,
} from '@rectify/projections/answers';

/** What the server says about itself. */
export interface System {
  /** Nothing in the store is real. */
  readonly demonstration: boolean;
  /** The last instant that the demonstration's story tells of. */
  readonly scenarioEndsAt: string | null;
}

/** What the procedures known here call their codes. */
export interface KnownProcedures {
  readonly wordings: ProcedureWordings;
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
    /** The shortest way there, itself last; null if there is none, absent where it was not sought or not found. */
    readonly path?:
      | readonly {
          readonly type: EventType;
          readonly role: Role;
          readonly for?: string;
          readonly approvedBy?: Role;
        }[]
      | null;
    readonly pathSearch?: 'found' | 'none' | 'gave-up';
  }[];
}

/** What became of an event that was sent: recorded, or requested and waiting for a second person. */
export type SentAnswer =
  | {
      readonly event: EventAnswer;
      /** All that the act stored, the event itself first. */
      readonly events: readonly EventAnswer[];
      readonly mine: MineDetail;
      readonly duplicate: boolean;
      readonly approval?: undefined;
    }
  | {
      readonly approval: ApprovalAnswer & { readonly answer: 'pending' | 'granted' | 'declined' | 'withdrawn' };
      readonly mine: MineDetail;
      readonly duplicate: boolean;
      readonly event?: undefined;
    };

/** What would become, or became, of each case that is handed over. */
export interface HandedOver {
  readonly total: number;
  readonly handedOver: number;
  readonly refused: number;
  readonly cases: readonly {
    readonly mineId: string;
    readonly outcome: 'handed-over' | 'refused';
    readonly reasons: readonly Reason[];
  }[];
  /** There are more cases than can be handed over at once. */
  readonly more: boolean;
}
