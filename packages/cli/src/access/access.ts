import type {
  Caller,
  Demonstration,
  HandedOverCase,
  NextAnswer,
  ProcedureList,
  PublishedAnswer,
  Requested,
  Stored,
} from '@rectify/api';
import type { EventType, HandOver, Procedure } from '@rectify/engine';
import type {
  BottleneckAnalysis,
  ChangesAnswer,
  Citation,
  CourseAnswer,
  EventAnswer,
  GroupBy,
  HistoryView,
  LikeCases,
  ListedClosure,
  MigrationPreviewList,
  MineAnswer,
  MineDetail,
  PreviewAnswer,
  PreviewQuery,
  RebuildProgress,
  StatisticsAnswer,
  SurvivalAnalysis,
  WorkItemAnswer,
  WorkQuery,
} from '@rectify/projections';
import type { AskedInstants } from '../options/instants.ts';
import type { Act, Sent } from './act.ts';
import type { ReadingCampaigns, WritingCampaigns } from './campaigns.ts';

/** A mine to be registered: the data of `MineRegistered`, where the id may be left out. */
export interface Registration extends Omit<Sent, 'type'> {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A procedure version to publish: not yet checked. */
export interface Publication {
  readonly procedure: unknown;
  readonly inForceFrom?: string | undefined;
  readonly note?: string | undefined;
}

/** What became of something sent, as the API answers it. */
export type Written =
  | { readonly kind: 'stored'; readonly answer: Stored }
  | { readonly kind: 'requested'; readonly answer: Requested };

/** The commands that write. What is refused is thrown as `Refused`. */
export interface Writing extends WritingCampaigns, AsyncDisposable {
  register(registration: Registration, act: Act): Promise<Written>;
  send(mineId: string, event: Sent, act: Act & { readonly ifMatch: number | undefined }): Promise<Written>;
  publish(version: Publication, act: Act): Promise<PublishedAnswer>;
  withdraw(procedure: string, reason: string, act: Act): Promise<PublishedAnswer>;
  /** Hands the cases that were shown from one person to another; what became of each. */
  handOver(absence: Omit<HandOver, 'person'>, act: Act): Promise<readonly HandedOverCase[]>;
  /** Builds the read side anew and answers how many events it folded; told meanwhile where this process does it. */
  rebuild(onProgress: (progress: RebuildProgress) => void): Promise<number>;
}

/** Which part of a queue is asked for, and of when. */
export type WorkOptions = Partial<Pick<WorkQuery, 'scope'>> &
  AskedInstants & { readonly overdue?: boolean | undefined };

/** Which closures are counted, and in which window: as the API's parameters are written. */
export interface WindowOptions extends AskedInstants {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly region?: string | undefined;
  readonly campaign?: string | undefined;
}

/** The same, and by what they are grouped. */
export interface StatisticsOptions extends WindowOptions {
  readonly groupBy?: GroupBy | undefined;
}

/** Which cases are alike: those on the grounds of a mine's last closure, or on some grounds. */
export interface LikeCasesOptions extends AskedInstants {
  readonly mine?: string | undefined;
  readonly grounds?: string | undefined;
}

/** Parameters of a query, as they are written in it. */
type Asked = Readonly<Record<string, string | undefined>>;

/** The commands that ask about stretches of time, and cite. The parameters are those of the API. */
export interface ReadingTime {
  /** All mines that changed. */
  changes(asked: Asked): Promise<ChangesAnswer>;
  course(asked: Asked): Promise<CourseAnswer>;
  cite(asked: Asked): Promise<Citation>;
}

/** The commands that read. A mine that does not exist is thrown as `Refused`. */
export interface Reading extends ReadingCampaigns, ReadingTime, AsyncDisposable {
  /** Which demonstration the store holds, if it holds one. */
  demonstration(): Promise<Demonstration | undefined>;
  mine(mineId: string, asked: AskedInstants): Promise<MineDetail>;
  mines(asked: AskedInstants): Promise<readonly MineAnswer[]>;
  history(
    mineId: string,
    asked: AskedInstants & { readonly view?: HistoryView | undefined },
  ): Promise<readonly EventAnswer[]>;
  /** What somebody may send now and what not, with the way to one refused event, else to the milestones of reopening. */
  next(mineId: string, caller: Caller, whyNot?: EventType): Promise<NextAnswer>;
  /** What an event would change if the caller sent it. What may not be sent at all is thrown as `Refused`. */
  preview(mineId: string, event: Sent, caller: Caller): Promise<PreviewAnswer>;
  /** What needs a caller: all of their queue. */
  work(caller: Caller, query: WorkOptions): Promise<readonly WorkItemAnswer[]>;
  closures(asked: Omit<WindowOptions, 'to'>): Promise<readonly ListedClosure[]>;
  procedures(): Promise<ProcedureList>;
  /** The document of a version, by its name. One that is not known is thrown as `Refused`. */
  procedure(name: string): Promise<Procedure>;
  /** What moving the open cycles to a procedure would change, a page at a time. */
  previewMigrations(to: Procedure, query: PreviewQuery): Promise<MigrationPreviewList>;
  statistics(asked: StatisticsOptions): Promise<StatisticsAnswer>;
  survival(asked: StatisticsOptions & { readonly at?: string | undefined }): Promise<SurvivalAnalysis>;
  bottlenecks(asked: WindowOptions): Promise<BottleneckAnalysis>;
  /** How closures went on the grounds of a mine’s last one, or on some grounds. Where there is none it cannot be done. */
  likeCases(asked: LikeCasesOptions): Promise<LikeCases>;
}
