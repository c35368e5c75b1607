import type { IncomingMessage } from 'node:http';

/** Who knocks: a request for a stream, or a socket with its `connection_init`. */
export interface LiveKnock {
  readonly transport: 'sse' | 'websocket';
  readonly requestId: string;
  /** The request itself; of a socket, the one that asked for the upgrade. */
  readonly request: IncomingMessage;
  /** Of `connection_init` where a socket brings one, of the header otherwise. */
  readonly authorization: string | undefined;
  /** The text of the request's body; empty for GET and for sockets. */
  readonly body: string;
  /** The payload of `connection_init`. */
  readonly init: Readonly<Record<string, unknown>> | null;
}

/** One operation of an admitted client. */
export interface LiveOperationNotes {
  readonly requestId: string;
  /** Puts the operation's name into the log line of its stream, where it has one. */
  readonly nameOperation: (name: string) => void;
}

export interface AdmittedClient<Context> {
  /** By which connections are counted. */
  readonly address: string;
  /** Made anew for each operation. */
  createContext(notes: LiveOperationNotes): Context;
  /** When the client's token ends, in milliseconds since 1970: its streams end then. Absent: never. */
  readonly expiresAtMs?: number | undefined;
}

/**
 * Lets clients in. The transports know nothing of tokens, signatures and origins: the owner of the door does.
 *
 * @throws HttpRefusal, by rejection: it is what the client is told.
 */
export type LiveDoor<Context> = (knock: LiveKnock) => Promise<AdmittedClient<Context>>;
