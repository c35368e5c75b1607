import { hash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { catchUpScript, purgeAllScript, purgeScript, readScript, writeScript } from './lua-scripts.ts';
import { createPendingPurges } from './pending-purges.ts';
import { createRedisLink, type LinkListener } from './redis-link.ts';
import type { SharedAnswers, SharedMark } from './shared-answers.ts';
import { lifetimeMs, operationTag, parseRecord, sharedTag, tagOfShared, toRecord } from './shared-record.ts';

export interface RedisAnswersOptions {
  readonly url: string;
  /** Before all keys. Processes with the same one share answers. */
  readonly prefix?: string;
  readonly timeoutMs?: number;
  /** How often Redis is asked for purges that were not heard. */
  readonly catchUpMs?: number;
  /** Purged tags that Redis remembers; answers older than the oldest of them are not read. */
  readonly maxPurgedTags?: number;
  readonly maxAnswerBytes?: number;
  readonly onChange?: LinkListener;
}

const messageSchema = z.object({
  generation: z.string(),
  epoch: z.number(),
  from: z.string(),
  tags: z.union([z.literal('all'), z.array(z.string())]),
});

/** The shared level in Redis 6.2 or later, or what speaks its language. See README.md for what it promises. */
export function createRedisAnswers(options: RedisAnswersOptions): SharedAnswers {
  const { prefix = 'dateline:answers:1', maxPurgedTags = 50_000, maxAnswerBytes = 4_000_000 } = options;
  const channel = `${prefix}:purges`;
  /** The braces keep all keys in one slot of a cluster: scripts need it. */
  const memory = `{${prefix}}:purges`;
  const self = randomUUID();
  let heard: SharedMark | null = null;
  let onPurge: (tags: readonly string[] | 'all') => void = () => undefined;

  const pending = createPendingPurges(async (tags) => {
    const reply =
      tags === 'all'
        ? await link.evaluate(purgeAllScript, [memory], [randomUUID(), channel, self])
        : await link.evaluate(
            purgeScript,
            [memory],
            [randomUUID(), channel, self, String(maxPurgedTags), JSON.stringify(tags), ...tags],
          );
    return reply !== null && reply.length > 0;
  });

  const link = createRedisLink({
    url: options.url,
    channel,
    timeoutMs: options.timeoutMs ?? 150,
    connectTimeoutMs: 1_000,
    firstRetryMs: 100,
    longestRetryMs: 2_000,
    onMessage: hear,
    // First what others purged, then what could not be told: only then is Redis as young as we are.
    prepare: async () => (await catchUp()) && (await pending.flush()),
    onChange: options.onChange,
  });

  const timer = setInterval(() => {
    if (link.isReady) void catchUp().then(() => pending.flush());
  }, options.catchUpMs ?? 1_000);
  timer.unref();

  /** Purges here what was purged elsewhere since it was last heard; everything when that is not known. */
  async function catchUp(): Promise<boolean> {
    const known = heard ?? { generation: '', epoch: 0 };
    const reply = await link.evaluate(catchUpScript, [memory], [randomUUID(), known.generation, String(known.epoch)]);
    const [generation, epoch, kind, ...tags] = (reply ?? []).map(String);
    if (generation === undefined || epoch === undefined || kind === undefined) return false;
    if (kind === 'reset') onPurge('all');
    else apply(tags);
    moveTo({ generation, epoch: Number(epoch) });
    return true;
  }

  /** Replies and messages come over two connections, so in any order: within a generation only forward. */
  function moveTo(mark: SharedMark): void {
    if (heard?.generation !== mark.generation || heard.epoch < mark.epoch) heard = mark;
  }

  function apply(names: readonly string[]): void {
    const tags = names.map(tagOfShared).filter((tag) => tag !== null);
    if (tags.length > 0) onPurge(tags);
  }

  function hear(text: string): void {
    const message = messageSchema.safeParse(parseJson(text));
    if (!message.success) return;
    const { generation, epoch, from, tags } = message.data;
    if (from !== self) {
      if (tags === 'all') onPurge('all');
      else apply(tags);
    }
    if (tags === 'all') heard = { generation, epoch };
    // After a gap the next catch-up asks for what is missing.
    else if (heard?.generation === generation && heard.epoch + 1 === epoch) heard = { generation, epoch };
  }

  function answerKey(key: string): string {
    return `{${prefix}}:answer:${hash('sha256', key, 'base64url')}`;
  }

  async function tell(tags: readonly string[] | 'all'): Promise<boolean> {
    pending.add(tags);
    return pending.flush();
  }

  return {
    async read(key) {
      if (!link.isReady || !pending.isEmpty) return null;
      const reply = await link.evaluate(readScript, [memory, answerKey(key)], [randomUUID(), key]);
      // A purge of ours may have begun meanwhile, and this may be what it removes.
      if (reply === null || !pending.isEmpty) return null;
      const [generation, epoch, meta, tags, body, msToLive] = reply;
      if (generation === undefined || epoch === undefined) return null;
      const isWhole = meta && tags && body && msToLive;
      return {
        mark: { generation: generation.toString(), epoch: Number(epoch) },
        found: isWhole ? parseRecord(meta, tags, body, Number(msToLive)) : null,
      };
    },
    write(operation, entry, ageMs, mark) {
      const msToLive = Math.floor(lifetimeMs(entry.policy) - ageMs);
      if (!link.isReady || msToLive <= 0 || entry.identity.bytes.length > maxAnswerBytes) return;
      const { tags, meta, body } = toRecord(operation, entry);
      const { generation, epoch } = mark;
      void link.evaluate(
        writeScript,
        [memory, answerKey(entry.key)],
        [generation, String(epoch), entry.key, tags, meta, body, String(msToLive)],
      );
    },
    purge: (tags) => tell(tags === 'all' ? tags : tags.map(sharedTag)),
    forgetOperation: (operation) => tell([operationTag(operation)]),
    onPurge(listener) {
      onPurge = listener;
    },
    get isReady() {
      return link.isReady && pending.isEmpty;
    },
    async close() {
      clearInterval(timer);
      await link.close();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
