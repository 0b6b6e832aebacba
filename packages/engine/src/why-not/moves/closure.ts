import { migrationTargets } from '../../known-procedures.ts';
import { type Moves, move } from '../move.ts';
import { text } from './stand-ins.ts';

/** Moves of closing, lifting and reopening. */
export const closureMoves = {
  ClosureOrdered: (at) => [move(at, 'ClosureOrdered', { grounds: text, authority: text, legalBasis: text })],
  OrderServed: (at) => [move(at, 'OrderServed', { servedAt: at.present.now, method: text })],
  LiftRequested: (at) => [move(at, 'LiftRequested', { reason: text })],
  LiftRefused: (at) => [move(at, 'LiftRefused', { reason: text })],
  ClosureWithdrawn: (at) => [move(at, 'ClosureWithdrawn', { reason: text })],
  ProcedureMigrated: (at) =>
    migrationTargets(at.mine, at.present.procedures)
      .slice(0, 1)
      .map(({ name }) => move(at, 'ProcedureMigrated', { procedure: name, reason: text }, { about: name })),
  RequirementsCertified: (at) => [move(at, 'RequirementsCertified', {})],
  ReopeningAuthorised: (at) => [move(at, 'ReopeningAuthorised', {})],
  OperationResumed: (at) => [move(at, 'OperationResumed', {})],
} satisfies Moves;
