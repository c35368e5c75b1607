import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const keptLines = 15;

/** Sorts turbo's one stream into a file for each service, and remembers the last lines of each. */
export class ServiceLogs {
  readonly #folder: string;
  readonly #files = new Map<string, WriteStream>();
  readonly #last = new Map<string, string[]>();
  #rest = '';
  /** The service that turbo named as failed first. */
  failed: string | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes any piece of turbo's output; a line may come in several. */
  write(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#sort(line);
  }

  /** The last lines of a service, as people read them. */
  lastLines(service: string): readonly string[] {
    return (this.#last.get(service) ?? []).map(readable);
  }

  end(): void {
    for (const file of this.#files.values()) file.end();
  }

  #sort(line: string): void {
    const task = /^@dateline\/([\w-]+):start: ?(.*)$/.exec(line);
    const failure =
      /@dateline\/([\w-]+)#start:? .*ERROR/.exec(line) ?? /^Failed: +@dateline\/([\w-]+)#start/.exec(line);
    if (failure?.[1]) this.failed ??= failure[1];
    const service = task?.[1] ?? 'turbo';
    const text = task ? (task[2] ?? '') : line;
    this.#file(service).write(`${text}\n`);
    // What pnpm and turbo say around a service is not what it said itself.
    if (/^(\$ |\[ELIFECYCLE\]|cache bypass)/.test(text)) return;
    const last = this.#last.get(service) ?? [];
    this.#last.set(service, [...last, text].slice(-keptLines));
  }

  #file(service: string): WriteStream {
    const known = this.#files.get(service);
    if (known) return known;
    const file = createWriteStream(join(this.#folder, `${service}.log`));
    this.#files.set(service, file);
    return file;
  }
}

/** A JSON log line becomes its message and its error; anything else stays as it is. */
function readable(line: string): string {
  try {
    const { msg, err, faults } = JSON.parse(line) as {
      msg?: unknown;
      err?: { stack?: unknown; message?: unknown };
      faults?: unknown;
    };
    const details = err?.stack ?? err?.message ?? (faults ? JSON.stringify(faults) : '');
    return [msg, details].filter(Boolean).join('\n') || line;
  } catch {
    return line;
  }
}
