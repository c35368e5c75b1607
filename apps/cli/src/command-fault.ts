/** Something that ends the command, in a sentence for the person who called it. No stack is shown. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}
