/** Something that a person can mend: told in one sentence, without a stack. */
export class Fault extends Error {
  override readonly name = 'Fault';
}
