/** What streams and sockets may take of a process. README.md of the gateway lists the settings that make it. */
export interface LiveLimits {
  /** Between two signs of life on a stream where nothing happens. Proxies cut what is silent for a minute. */
  readonly heartbeatMs: number;
  /** What waits for one slow reader; who comes over it is dropped. One answer that is longer alone may wait. */
  readonly bufferMaxBytes: number;
  /** Streams and sockets open in this process. */
  readonly maxConnections: number;
  /** Of these, from one address. Behind a proxy whose word is not taken all readers have the proxy's. */
  readonly maxConnectionsPerAddress: number;
  /** On one socket, or one stream in single connection mode. */
  readonly maxOperations: number;
  /** Of one WebSocket message from a client. */
  readonly maxFrameBytes: number;
  /** Brackets inside brackets in the JSON of a request. */
  readonly maxJsonDepth: number;
  /** From the opening of a socket to its `connection_init`. */
  readonly greetingTimeoutMs: number;
  /** From the reservation of a stream to its opening. */
  readonly reservationTimeoutMs: number;
}

export const defaultLiveLimits: LiveLimits = {
  heartbeatMs: 20_000,
  bufferMaxBytes: 65_536,
  maxConnections: 20_000,
  maxConnectionsPerAddress: 1_000,
  maxOperations: 50,
  maxFrameBytes: 16_384,
  maxJsonDepth: 64,
  greetingTimeoutMs: 3_000,
  reservationTimeoutMs: 10_000,
};
