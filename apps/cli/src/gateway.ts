import { createGraphClient, type GraphClient } from '@dateline/client/graph-client';
import { type GraphError, GraphRequestError } from '@dateline/client/graph-error';
import type { TypedDocument } from '@dateline/client/typed-document';
import { CommandFault, InputFault, PassingFault, UnreachableFault } from './faults.ts';

export interface Gateway {
  /**
   * The data of an operation. Throws a CommandFault when no other request would fare better (an UnreachableFault when there
   * is nobody), a PassingFault when the same may be sent again, else an InputFault.
   */
  send<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result>;
}

/** A picture can take its time; a page does not. */
const timeoutMs = 30_000;

/** Codes after which every further request would be refused in the same way. */
const hopeless = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_READY']);

/** Codes after which the same may fare better in a while (docs/errors.md). */
const passing = new Set(['RATE_LIMITED', 'OVERLOADED', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);

/** The graph stands at /graphql unless `address` names another path. */
export function connectGateway({ address, token }: { readonly address: string; readonly token: string }): Gateway {
  const url = graphUrl(address);
  const client: GraphClient = createGraphClient({ url, token, clientName: 'cli', timeoutMs, persisted: true });
  return {
    async send(document, variables) {
      const { data, errors } = await client.request(document, variables).catch((error: unknown) => {
        throw explain(error, url);
      });
      const [error] = errors;
      if (error) throw refusal(error, url);
      if (data === null) throw new InputFault('the gateway answered with nothing');
      return data;
    },
  };
}

function graphUrl(address: string): string {
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

function refusal({ code, message, extensions }: GraphError, url: string): Error {
  const said = `${message}${code === '' ? '' : ` (${code})`}`;
  if (passing.has(code)) return new PassingFault(`${said}${subgraphOf(extensions)}`, retryAfterMs(extensions));
  if (!hopeless.has(code)) return new InputFault(`${said}${subgraphOf(extensions)}`);
  if (code === 'NOT_READY')
    return new UnreachableFault(`The gateway at ${url} is not ready yet. Try again in a moment.`);
  return new CommandFault(`The gateway at ${url} refuses: ${said} Is the token an editor's, and not run out?`);
}

function retryAfterMs(extensions: GraphError['extensions']): number | undefined {
  const seconds = extensions['retryAfterSeconds'];
  return typeof seconds === 'number' && seconds >= 0 ? seconds * 1_000 : undefined;
}

function subgraphOf(extensions: GraphError['extensions']): string {
  const name = extensions['subgraph'] ?? extensions['serviceName'];
  return typeof name === 'string' ? `, from ${name}` : '';
}

function explain(error: unknown, url: string): unknown {
  if (!(error instanceof GraphRequestError)) return error;
  if (error.kind === 'NETWORK') {
    return new UnreachableFault(
      `The gateway at ${url} cannot be reached. Is it running? 'npm start' starts it; --gateway names another.`,
    );
  }
  if (error.kind === 'TIMEOUT')
    return new PassingFault(`the gateway did not answer within ${timeoutMs / 1000} s; it is safe to try again`);
  const { status, retryAfterSeconds } = error;
  if (status !== undefined && [429, 502, 503, 504].includes(status))
    return new PassingFault(`the gateway has too much to do (status ${status})`, (retryAfterSeconds ?? 0) * 1_000);
  if (status === 413) return new InputFault('it is larger than the gateway takes');
  return new CommandFault(`What answers at ${url} is no Dateline gateway (status ${status}).`);
}

/** userErrors of a payload as one line; undefined when there are none. */
export function mendable(errors: readonly { code: string; message: string; path: readonly string[] | null }[]) {
  if (errors.length === 0) return undefined;
  return errors
    .map(({ code, message, path }) => `${message} (${[code, ...(path ? [path.join('.')] : [])].join(', ')})`)
    .join('; ');
}
