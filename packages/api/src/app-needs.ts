import type { DocumentFolder, Engine, EventStore, Person } from '@rectify/engine';
import type {
  AnalysisReads,
  CampaignReads,
  CitationReads,
  Projector,
  Reads,
  TimeReads,
  Viewer,
} from '@rectify/projections';
import type { Logger } from 'pino';
import type { Runner } from './campaigns/runner.ts';
import type { Lag } from './lag.ts';
import type { LiveFeed } from './live/feed.ts';
import type { People } from './notifications/people.ts';
import type { SeenByPeople } from './notifications/seen.ts';
import type { Rebuilds } from './rebuilds.ts';
import type { ReadSide } from './requests/read-side.ts';

/** The demonstration data in a store: which scenario, and the last instant it tells of. */
export interface Demonstration {
  readonly scenario: string;
  readonly endsAt: string;
}

/** What the HTTP application stands on. Time and ids come from outside. */
export interface AppNeeds {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly projector: Projector;
  readonly lag: Lag;
  readonly readSide: ReadSide;
  readonly rebuilds: Rebuilds;
  readonly reads: Reads;
  readonly analysis: AnalysisReads;
  readonly time: TimeReads;
  readonly citations: CitationReads;
  readonly campaigns: CampaignReads;
  readonly runner: Runner;
  readonly feed: LiveFeed;
  /** Where documents are kept, and the most bytes that one may have. */
  readonly documents: { readonly folder: DocumentFolder; readonly limit: number };
  /** What people chose to be told of. */
  readonly people: People;
  /** What people saw of their mines. */
  readonly seen: SeenByPeople;
  /** Whether e-mails are sent. */
  readonly mailIsSent: boolean;
  readonly clock: () => string;
  readonly newId: () => string;
  /** Signs and checks dev tokens. */
  readonly tokenKey: Uint8Array;
  /** Whether anyone may sign in as anyone. */
  readonly dev: boolean;
  readonly viewerOf: (person: Pick<Person, 'role' | 'mines' | 'operator'>) => Viewer;
  readonly demonstration: Demonstration | undefined;
  readonly version: string;
  /** Names this run of the server. */
  readonly instance: string;
  /** The folder of the built page; without one only the API is served. */
  readonly page: string | undefined;
  /** Requests a minute from one address; 0 for no limit. */
  readonly rateLimit: number;
  readonly log: Logger;
}
