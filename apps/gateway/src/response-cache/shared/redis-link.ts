import { createClient, ErrorReply, RESP_TYPES } from '@redis/client';
import type { LuaScript } from './lua-scripts.ts';

/** Why the link is away; null when it is there. Never holds the URL, which may hold a password. */
export type LinkListener = (awayBecause: string | null) => void;

export interface RedisLinkOptions {
  readonly url: string;
  /** Null: nothing is listened to, and there is one connection. */
  readonly channel: string | null;
  /** An operation that takes longer has failed, and Redis counts as away. */
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  /** After a failure; doubled up to the longest with each further one. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  readonly onMessage: (message: string) => void;
  /** Runs when both connections stand and the channel is heard, before the link is ready. When it is false, or rejects, the link is cut. */
  readonly prepare: () => Promise<boolean>;
  readonly onChange?: LinkListener | undefined;
}

/**
 * A connection to Redis, and one that hears a channel where there is one. It tries again for ever, in the background: while it is away,
 * nothing waits for it.
 */
export interface RedisLink {
  readonly isReady: boolean;
  /** Null when Redis is away, does not answer in time, or refuses. Also works while the link is being prepared. */
  evaluate(
    script: LuaScript,
    keys: readonly string[],
    args: readonly (string | Buffer)[],
  ): Promise<readonly Buffer[] | null>;
  close(): Promise<void>;
}

function createConnection(options: RedisLinkOptions) {
  const client = createClient({
    url: options.url,
    // The link tries again itself, with new connections: what a hung server still owes to the old ones is dropped with them.
    socket: { connectTimeout: options.connectTimeoutMs, reconnectStrategy: false },
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  });
  return client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
}

type Connection = ReturnType<typeof createConnection>;

export function createRedisLink(options: RedisLinkOptions): RedisLink {
  let commands: Connection | null = null;
  let listening: Connection | null = null;
  let isReady = false;
  let isClosed = false;
  let retryMs = options.firstRetryMs;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const { channel, connectTimeoutMs } = options;
    const ours = createConnection(options);
    const ear = channel === null ? null : createConnection(options);
    [commands, listening] = [ours, ear];
    for (const connection of [ours, ear]) connection?.on('error', (fault: Error) => lost(ours, fault.message));
    try {
      await inTime(Promise.all([ours.connect(), ear?.connect()]), connectTimeoutMs);
      if (ear && channel !== null) await inTime(ear.subscribe(channel, options.onMessage), connectTimeoutMs);
      if (!(await options.prepare())) throw new Error('it did not tell what was purged');
    } catch (fault) {
      return lost(ours, fault instanceof Error ? fault.message : 'unknown');
    }
    if (commands !== ours || isClosed) return;
    isReady = true;
    retryMs = options.firstRetryMs;
    options.onChange?.(null);
  }

  /** Cuts both connections and tries again later. Only the first to tell of a connection's end is heard. */
  function lost(of: Connection, reason: string): void {
    if (commands !== of) return;
    const wasReady = isReady;
    cut();
    if (isClosed) return;
    if (wasReady || retryMs === options.firstRetryMs) options.onChange?.(reason);
    timer = setTimeout(() => void connect(), retryMs);
    timer.unref();
    retryMs = Math.min(retryMs * 2, options.longestRetryMs);
  }

  function cut(): void {
    isReady = false;
    const both = [commands, listening];
    commands = null;
    listening = null;
    for (const connection of both) if (connection?.isOpen) connection.destroy();
  }

  void connect();
  return {
    get isReady() {
      return isReady;
    },
    async evaluate(script, keys, args) {
      const connection = commands;
      if (connection === null) return null;
      const operands = [String(keys.length), ...keys, ...args];
      try {
        return await inTime(evaluate(connection, script, operands), options.timeoutMs);
      } catch (fault) {
        // Redis is there, and refuses: it is full, or read-only. That is this operation's failure only.
        if (!(fault instanceof ErrorReply)) lost(connection, fault instanceof Error ? fault.message : 'unknown');
        return null;
      }
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      cut();
    },
  };
}

async function evaluate(connection: Connection, script: LuaScript, operands: (string | Buffer)[]): Promise<Buffer[]> {
  try {
    return toList(await connection.sendCommand(['EVALSHA', script.sha1, ...operands]));
  } catch (fault) {
    if (!(fault instanceof ErrorReply) || !fault.message.startsWith('NOSCRIPT')) throw fault;
    return toList(await connection.sendCommand(['EVAL', script.text, ...operands]));
  }
}

function toList(reply: unknown): Buffer[] {
  return Array.isArray(reply) ? reply.filter((item) => Buffer.isBuffer(item)) : [];
}

/** What comes later is dropped. */
async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
