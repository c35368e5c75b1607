/** Something that ends the command, in a sentence for the person who called it. No stack is shown. */
export class CommandFault extends Error {
  override readonly name: string = 'CommandFault';
  /** 1, unless there is a code of its own. */
  readonly exitCode: number = 1;
}

/** There is nobody to speak to: exit code 2, so that a script can tell it from items at fault. */
export class UnreachableFault extends CommandFault {
  override readonly name = 'UnreachableFault';
  override readonly exitCode = 2;
}

/** One file's trouble: it is told with the file's name, and the command goes on with the next. */
export class InputFault extends Error {
  override readonly name: string = 'InputFault';
}

/** Trouble that passes by itself: the same may be sent again, not before `retryAfterMs` where that is known. */
export class PassingFault extends InputFault {
  override readonly name = 'PassingFault';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs?: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}
