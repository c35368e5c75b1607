import type { GatewayContext } from '../context.ts';
import { Refusal } from '../errors/refusal.ts';
import type { DoorExecutor, GraphqlAnswer, IncomingOperation, StreamedAnswer } from '../http/graphql-executor.ts';
import type { AdmittedOperation } from './admission.ts';

/** As Admission has it, for the schema that is served now. */
export type Admit = (operation: IncomingOperation, context: GatewayContext) => Promise<AdmittedOperation>;

/** The way to `next` leads by the door. It must stand before whatever shares or keeps answers. */
export function admitRequests(next: DoorExecutor, admit: Admit): DoorExecutor {
  return {
    async execute(operation, context) {
      let admitted: AdmittedOperation;
      try {
        admitted = await admit(operation, context);
      } catch (error) {
        if (error instanceof Refusal) return refused(error);
        throw error;
      }
      const answer = await next.execute(admitted, context);
      if (answer.status < 400) admitted.wasAnswered();
      const { isFree, headers } = admitted;
      if (!isFree && headers === null) return answer;
      return withHeaders(answer, { ...headers, 'cache-control': cacheControlFor(answer, isFree) });
    },
  };
}

/**
 * What only some may ask for is kept by nobody on the way, from where others could have it; an answer that tells a client
 * what is left of its limits is kept by that client at most.
 */
function cacheControlFor(answer: GraphqlAnswer | StreamedAnswer, isFree: boolean | undefined): string {
  const told = answer.headers?.['cache-control'];
  return isFree || told === undefined ? 'private, no-store' : told.replace(/^public\b/, 'private');
}

function withHeaders<Answer extends GraphqlAnswer | StreamedAnswer>(
  answer: Answer,
  more: Readonly<Record<string, string>>,
): Answer {
  return { ...answer, headers: { ...answer.headers, ...more } };
}

function refused({ message, code, status, headers, more }: Refusal): GraphqlAnswer {
  return { status, headers, body: JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] }) };
}
