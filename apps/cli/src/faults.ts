/** Something that ends the command, in a sentence for the person who called it. No stack is shown. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

/** One file's trouble: it is told with the file's name, and the command goes on with the next. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}
