/** A client that has shown a key. Its name stands in the log, its key nowhere. */
export interface ClientKey {
  readonly name: string;
  /** SHA-256 of the key, in hexadecimal digits. */
  readonly sha256: string;
  /** Root fields a minute. */
  readonly perMinute: number;
  /** Of these, fields of mutations. */
  readonly mutationsPerMinute: number;
  /** What its operations may cost together in a minute, in the units of limits/cost.ts. */
  readonly costPerMinute: number;
}

/** Who has sent a request, as far as it can be told before anybody signs in. An answer never depends on it; a refusal may. */
export interface Client {
  /** Where it asks from: the other end of the connection, or what a trusted proxy says of it. */
  readonly address: string;
  /** Null: anonymous. */
  readonly key: ClientKey | null;
}
