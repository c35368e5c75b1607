import { EnvironmentError } from '@dateline/service-kit/env';
import { Command, CommanderError } from 'commander';
import { addImportCommand } from './commands/import.ts';
import { addPictureCommand } from './commands/picture.ts';
import { addTokenCommand } from './commands/token.ts';
import type { CliEnv } from './env.ts';
import { CommandFault } from './faults.ts';
import type { Terminal } from './terminal.ts';

/** What a command stands on. `finish` takes the exit code of a run that went to its end. */
export interface CommandDeps {
  readonly env: CliEnv;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly finish: (exitCode: number) => void;
  /** Asked by commands that end what they are doing before they stop: aborts at the first SIGINT or SIGTERM. */
  readonly stopped: () => AbortSignal;
}

/** Runs `dateline` with the words after its name. Answers the exit code: 0, or another after a fault, which has been told. */
export async function run(words: readonly string[], deps: Omit<CommandDeps, 'finish'>): Promise<number> {
  let exitCode = 0;
  const program = createProgram({ ...deps, finish: (code) => (exitCode = code) });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said it already, or has shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof CommandFault || error instanceof EnvironmentError)) throw error;
    deps.terminal.fault(error.message);
    return error instanceof CommandFault ? error.exitCode : 1;
  }
}

function createProgram(deps: CommandDeps): Command {
  const program = new Command('dateline')
    .description(
      'Brings stories and pictures into Dateline, and makes tokens for development. A client of the gateway.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => toLines(text).forEach(deps.terminal.result),
      writeErr: (text) => toLines(text).forEach(deps.terminal.fault),
    })
    .showHelpAfterError("('dateline help' and 'dateline help <command>' tell more)");
  addImportCommand(program, deps);
  addPictureCommand(program, deps);
  addTokenCommand(program, deps);
  return program;
}

function toLines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
