/** What `@jest/globals` exports and the domain tests use, for collecting tests instead of running them once. */
export { expect } from 'expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from './collected-tests.ts';
