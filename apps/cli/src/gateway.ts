import { createGraphClient, type GraphClient } from '@dateline/client/graph-client';
import { type GraphError, GraphRequestError } from '@dateline/client/graph-error';
import type { TypedDocument } from '@dateline/client/typed-document';
import { CommandFault, InputFault } from './faults.ts';

export interface Gateway {
  /** The data of a mutation. Throws a CommandFault when no other request would fare better, else an InputFault. */
  send<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result>;
}

/** A picture can take its time; a page does not. */
const timeoutMs = 30_000;

/** Codes after which every further request would be refused in the same way. */
const hopeless = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_READY']);

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
  if (!hopeless.has(code)) return new InputFault(`${said}${subgraphOf(extensions)}`);
  if (code === 'NOT_READY') return new CommandFault(`The gateway at ${url} is not ready yet. Try again in a moment.`);
  return new CommandFault(`The gateway at ${url} refuses: ${said} Is the token an editor's, and not run out?`);
}

function subgraphOf(extensions: GraphError['extensions']): string {
  const name = extensions['subgraph'] ?? extensions['serviceName'];
  return typeof name === 'string' ? `, from ${name}` : '';
}

function explain(error: unknown, url: string): unknown {
  if (!(error instanceof GraphRequestError)) return error;
  if (error.kind === 'NETWORK') {
    return new CommandFault(
      `The gateway at ${url} cannot be reached. Is it running? 'npm start' starts it; --gateway names another.`,
    );
  }
  if (error.kind === 'TIMEOUT')
    return new InputFault(`the gateway did not answer within ${timeoutMs / 1000} s; it is safe to try again`);
  if (error.status === 413) return new InputFault('it is larger than the gateway takes');
  return new CommandFault(`What answers at ${url} is no Dateline gateway (status ${error.status}).`);
}

/** userErrors of a payload as one line; undefined when there are none. */
export function mendable(errors: readonly { code: string; message: string; path: readonly string[] | null }[]) {
  if (errors.length === 0) return undefined;
  return errors
    .map(({ code, message, path }) => `${message} (${[code, ...(path ? [path.join('.')] : [])].join(', ')})`)
    .join('; ');
}
