import { Visitor } from '@swc/core/Visitor.js';

const { visitStatement } = Visitor.prototype;

/**
 * The visitor of swc, by which the imports are found, does not know `using` and `await using` yet.
 * @this {Visitor}
 * @param {any} statement
 */
function visitUsingToo(statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  return { ...statement, decls: this.visitVariableDeclarators(statement.decls) };
}
Object.assign(Visitor.prototype, { visitStatement: visitUsingToo });

const PACKAGES = '^packages/([^/]+)/';

/** A server for tests, in a package of its own so that the tests of any package can use it. */
const STAND_IN = '^test/kurrentdb-stand-in/';

/** What a package publishes; everything else in it is its own business. */
const PUBLIC = [
  '^packages/[^/]+/src/index[.]ts$',
  '^packages/engine/src/folding[.]ts$',
  '^packages/engine/src/rectification/index[.]ts$',
  '^packages/engine/src/rectification/statechart[.]ts$',
  '^packages/engine/src/rectification/in-words/in-words[.]ts$',
  '^packages/engine/test/contract/contract[.]ts$',
  '^packages/engine/test/contract/linearizability/faults[.]ts$',
  '^packages/projections/src/answers[.]ts$',
  '^packages/analytics/src/survival/answer[.]ts$',
  '^packages/words/src/(en|zh-cn)/words[.]ts$',
];

/**
 * @param {string} from
 * @param {string[]} others
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function mayImport(from, others) {
  return {
    name: `${from}-imports-${others.length === 0 ? 'no-package' : others.join('-and-')}`,
    comment: `${from} may import ${others.length === 0 ? 'no other package' : `only ${others.join(' and ')}`} (docs/decisions, architecture).`,
    severity: 'error',
    from: { path: `^packages/${from}/` },
    to: { path: PACKAGES, pathNot: [from, ...others].map((name) => `^packages/${name}/`) },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    mayImport('engine', []),
    mayImport('analytics', []),
    mayImport('projections', ['engine', 'analytics']),
    mayImport('words', ['engine', 'projections']),
    mayImport('api', ['engine', 'projections', 'words']),
    mayImport('web', ['engine', 'projections', 'words']),
    mayImport('cli', ['engine', 'projections', 'api', 'analytics']),
    {
      name: 'public-entry-points-only',
      comment: 'Another package is reached through its exports, never into its folders.',
      severity: 'error',
      from: { path: PACKAGES },
      to: { path: PACKAGES, pathNot: ['^packages/$1/', ...PUBLIC] },
    },
    {
      name: 'tests-use-public-entry-points',
      comment: 'The words of the page are what whoever looks at it can see.',
      severity: 'error',
      from: { path: '^(test|bench)/' },
      to: { path: PACKAGES, pathNot: [...PUBLIC, '^packages/web/src/language/(en|zh-cn)/words[.]ts$'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: PACKAGES },
      to: { path: '^(test|bench)/', pathNot: STAND_IN },
    },
    {
      name: 'only-tests-use-the-stand-in',
      severity: 'error',
      from: { pathNot: [STAND_IN, '^(test|bench)/', '^packages/[^/]+/test/', '[.]test[.]ts$'] },
      to: { path: STAND_IN },
    },
    {
      name: 'stand-in-by-its-entry-point',
      severity: 'error',
      from: { pathNot: STAND_IN },
      to: { path: STAND_IN, pathNot: `${STAND_IN}index[.]ts$` },
    },
    {
      name: 'sources-import-no-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^packages/[^/]+/test/' },
    },
    {
      name: 'rectification-runs-in-a-browser',
      comment: 'The page decides with the same chart as the server: nothing there may need Node.',
      severity: 'error',
      from: { path: '^packages/engine/src/rectification/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rectification-runs-without-a-store',
      comment: 'It may know the shape of a recorded event, as a type only.',
      severity: 'error',
      from: { path: '^packages/engine/src/rectification/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^packages/engine/src/',
        pathNot: '^packages/engine/src/rectification/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'page-takes-only-what-runs-in-a-browser',
      severity: 'error',
      from: { path: '^packages/(web|words)/' },
      to: { path: '^packages/engine/', pathNot: '^packages/engine/src/rectification/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
