import type { Viewer } from '@dateline/service-kit/viewer';
import type { SubgraphReply } from '../../engine/engine-types.ts';
import type { SubgraphFailure } from '../subgraph-failure.ts';
import { type Backoff, delayBefore } from './backoff.ts';
import type { Upstream, UpstreamTransport } from './upstream.ts';

/** What is to be opened, and how to go on with it. */
export interface LastingRequest {
  readonly subgraph: string;
  readonly body: string;
  /** To go on behind a cursor; null where there are none. */
  readonly bodyAfter: ((cursor: string) => string) | null;
  readonly startsAfter: string | null;
  readonly cursorOf: (data: unknown) => string | null;
  readonly requestId: string;
  readonly viewer: Viewer | null;
}

/** After `complete` or `lost` nothing more comes. */
export interface LastingReceiver {
  event(event: SubgraphReply): void;
  complete(): void;
  /** For the log: it is being opened again. */
  reopening(failure: SubgraphFailure): void;
  /** It cannot go on, or not without a gap. `wasOpen`: events may have been missed, where before none were promised. */
  lost(failure: SubgraphFailure, wasOpen: boolean): void;
}

/**
 * A subscription at a subgraph that outlives its connections. One that was never opened is tried again, for nothing was
 * missed. One that breaks is gone on with from its last cursor. Where there is none, it is lost: opened again in silence,
 * it would seem that nothing had happened in between.
 */
export function openLasting(
  transport: UpstreamTransport,
  { subgraph, body, requestId, viewer, ...resume }: LastingRequest,
  backoff: Backoff,
  receiver: LastingReceiver,
): Upstream {
  let cursor = resume.startsAfter;
  let attempt = 0;
  let wasOpen = false;
  /** The last time; never while it is not open. */
  let openedAtMs = Number.POSITIVE_INFINITY;
  let isPaused = false;
  let waiting: NodeJS.Timeout | undefined;
  let upstream: Upstream | null = null;
  let isClosed = false;
  open();

  return {
    pause() {
      isPaused = true;
      upstream?.pause();
    },
    resume() {
      isPaused = false;
      upstream?.resume();
    },
    close() {
      isClosed = true;
      clearTimeout(waiting);
      upstream?.close();
    },
  };

  function open(): void {
    const asked = cursor !== null && resume.bodyAfter && wasOpen ? resume.bodyAfter(cursor) : body;
    upstream = transport.open(
      { subgraph, body: asked, requestId, viewer },
      {
        opened() {
          wasOpen = true;
          openedAtMs = performance.now();
        },
        event(event) {
          attempt = 0;
          // One without a cursor stands behind every cursor that is known: there would be a gap, or it would come twice.
          cursor = cursorOf(event);
          receiver.event(event);
        },
        complete: () => receiver.complete(),
        refused: (failure) => receiver.lost(failure, wasOpen),
        broken: (failure) => again(failure),
      },
    );
    if (isPaused) upstream.pause();
    if (isClosed) upstream.close();
  }

  function again(failure: SubgraphFailure): void {
    if (isClosed) return;
    const hasGap = wasOpen && (cursor === null || !resume.bodyAfter);
    if (performance.now() - openedAtMs >= backoff.soundAfterMs) attempt = 0;
    openedAtMs = Number.POSITIVE_INFINITY;
    if (hasGap || attempt >= backoff.attempts) {
      receiver.lost(failure, wasOpen);
      return;
    }
    receiver.reopening(failure);
    const askedForMs = Math.min(failure.retryAfterMs ?? 0, backoff.soundAfterMs);
    waiting = setTimeout(open, Math.max(delayBefore(attempt, backoff), askedForMs)).unref();
    attempt++;
  }

  function cursorOf(event: SubgraphReply): string | null {
    if (!resume.bodyAfter) return null;
    try {
      event.parsed ??= JSON.parse(event.text);
    } catch {
      // Whoever makes an answer of it says so.
      return null;
    }
    return resume.cursorOf((event.parsed as { readonly data?: unknown } | null)?.data);
  }
}
