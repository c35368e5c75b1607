import { defaultLiveLimits, type LiveLimits } from '@dateline/service-kit/live/live-limits';
import { z } from 'zod';

const count = (defaultCount: number, ceiling: number, floor = 1) =>
  z.coerce.number().int().min(floor).max(ceiling).default(defaultCount);
const usual = defaultLiveLimits;

/** What streams and sockets of clients may take. README.md lists them. */
export const streamSettings = {
  /** A sign of life on a silent stream: proxies cut what says nothing for a minute. */
  STREAM_HEARTBEAT_MS: count(usual.heartbeatMs, 60_000, 1_000),
  STREAM_BUFFER_BYTES: count(usual.bufferMaxBytes, 16_777_216, 1_024),
  MAX_STREAMS: count(usual.maxConnections, 1_000_000),
  MAX_STREAMS_PER_ADDRESS: count(usual.maxConnectionsPerAddress, 1_000_000),
  MAX_OPERATIONS_PER_STREAM: count(usual.maxOperations, 1_000),
  MAX_SOCKET_MESSAGE_BYTES: count(usual.maxFrameBytes, 1_048_576, 1_024),
};

type StreamEnv = { readonly [Name in keyof typeof streamSettings]: number };

/** The depth of a request's JSON is bounded wherever it comes in. */
export type StreamSettings = Omit<LiveLimits, 'maxJsonDepth'>;

export function streamSettingsOf(env: StreamEnv): StreamSettings {
  const { maxJsonDepth: _, ...limits } = usual;
  return {
    ...limits,
    heartbeatMs: env.STREAM_HEARTBEAT_MS,
    bufferMaxBytes: env.STREAM_BUFFER_BYTES,
    maxConnections: env.MAX_STREAMS,
    maxConnectionsPerAddress: env.MAX_STREAMS_PER_ADDRESS,
    maxOperations: env.MAX_OPERATIONS_PER_STREAM,
    maxFrameBytes: env.MAX_SOCKET_MESSAGE_BYTES,
  };
}

/** Of a gateway alone, unless its file says otherwise. */
export const usualStreamSettings: StreamSettings = streamSettingsOf(z.object(streamSettings).parse({}));
