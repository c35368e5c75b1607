/** A Postgres that cannot serve, told in one sentence for the person at the terminal: what is wrong, where, how to mend it. */
export class PostgresFault extends Error {
  override readonly name = 'PostgresFault';
}
