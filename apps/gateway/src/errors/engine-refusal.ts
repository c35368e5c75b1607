import { errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { EngineRefusal, PlanningFailure } from '../engine/engine.ts';
import { PlanningTooLate } from '../engine/planner/checked-planner.ts';
import { needsStream } from '../live/needs-a-stream.ts';
import { Refusal } from './refusal.ts';

/** What the engine throws as what a client is told; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof PlanningFailure && error.cause instanceof PlanningTooLate) return new Refusal('TOO_COSTLY');
  if (!(error instanceof EngineRefusal)) return error;
  switch (error.reason) {
    case 'TOO_MANY_SELECTIONS':
      return new Refusal('MAX_RECURSIVE_SELECTIONS');
    case 'VARIABLES':
      return new Refusal('BAD_USER_INPUT', {
        message: error.errors[0]?.message ?? errorCatalogue.BAD_USER_INPUT.message,
      });
    case 'SUBSCRIPTION':
      return needsStream();
    case 'UNAUTHORIZED':
      return new Refusal('UNAUTHORIZED_FIELD_OR_TYPE', { status: 403 });
    default:
      return new Refusal('OPERATION_RESOLUTION_FAILURE');
  }
}
