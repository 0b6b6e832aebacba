import { format } from 'node:util';

/** A step of a test, or what comes before or after it. */
type Step = () => unknown;

/** A `describe`, or a file as a whole: what its tests share. */
interface Scope {
  readonly names: readonly string[];
  readonly parent: Scope | undefined;
  readonly beforeAll: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly afterAll: Step[];
}

/** One test, ready to run as often as wanted. */
export interface CollectedTest {
  /** Its file and the names around it. */
  readonly id: string;
  readonly file: string;
  /** What has to run once before the tests around it, the outermost first. */
  readonly preparations: readonly Step[];
  /** What has to run once after all tests. */
  readonly completions: readonly Step[];
  /** Runs it once, with what comes before and after each test. @throws what the test throws */
  run(): Promise<void>;
}

let collected: CollectedTest[] = [];
let file = '';
let scope = scopeIn(undefined, []);

/** Collects the tests that loading a file declares. The same file may be loaded again. */
export async function testsIn(name: string, load: () => Promise<unknown>): Promise<readonly CollectedTest[]> {
  collected = [];
  file = name;
  scope = scopeIn(undefined, []);
  await load();
  return collected;
}

/** Declares a test, as jest's `test` does. */
export const test = Object.assign(declareTest, { each: each(declareTest) });

/** Declares what some tests share, as jest's `describe` does. */
export const describe = Object.assign(declareScope, { each: each(declareScope) });

/** Declares what runs once before the tests of a scope. */
export function beforeAll(step: Step): void {
  scope.beforeAll.push(step);
}

/** Declares what runs before each test of a scope. */
export function beforeEach(step: Step): void {
  scope.beforeEach.push(step);
}

/** Declares what runs after each test of a scope, even a failed one. */
export function afterEach(step: Step): void {
  scope.afterEach.push(step);
}

/** Declares what runs once after the tests of a scope. */
export function afterAll(step: Step): void {
  scope.afterAll.push(step);
}

function declareTest(name: string, body: Step): void {
  const scopes = scopesAround(scope);
  const preparations = scopes.flatMap(({ beforeAll: steps }) => steps);
  const completions = scopes.flatMap(({ afterAll: steps }) => steps);
  const id = [file, ...scope.names, name].join(' › ');
  const run = async () => {
    try {
      for (const step of scopes.flatMap(({ beforeEach: steps }) => steps)) await step();
      await body();
    } finally {
      for (const step of scopes.flatMap(({ afterEach: steps }) => steps)) await step();
    }
  };
  const again = collected.filter((other) => other.id === id || other.id.startsWith(`${id} #`)).length;
  collected.push({ id: again === 0 ? id : `${id} #${again + 1}`, file, preparations, completions, run });
}

function declareScope(name: string, declare: Step): void {
  const around = scope;
  scope = scopeIn(around, [...around.names, name]);
  declare();
  scope = around;
}

/** The form with a table: declared once for each row, named by it. */
function each(declare: (name: string, body: Step) => void) {
  return (rows: readonly unknown[]) => (name: string, body: (...row: unknown[]) => unknown) => {
    for (const row of rows) {
      const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
      const shown = cells.slice(0, name.match(/%[a-z]/g)?.length ?? 0);
      declare(format(name, ...shown), () => body(...cells));
    }
  };
}

function scopeIn(parent: Scope | undefined, names: readonly string[]): Scope {
  return { names, parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
}

function scopesAround(innermost: Scope | undefined): readonly Scope[] {
  return innermost ? [...scopesAround(innermost.parent), innermost] : [];
}
