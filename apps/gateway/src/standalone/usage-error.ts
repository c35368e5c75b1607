/** A person has asked for something that cannot be. The message says what, where, and how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
