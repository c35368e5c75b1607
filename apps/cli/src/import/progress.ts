import type { Terminal } from '../terminal.ts';

export interface Progress {
  /** So many bytes of the inputs have been read. */
  read(bytes: number): void;
  /** One more item has its outcome. */
  item(): void;
  end(): void;
}

interface ProgressSettings {
  readonly terminal: Terminal;
  /** Of all inputs, where it is known: then the time that remains can be told. */
  readonly totalBytes?: number | undefined;
  readonly now?: () => number;
}

const everyMs = 100;
const barWidth = 24;

/** A line below all others that tells how far an import is. Says nothing where nobody looks on. */
export function showProgress({
  terminal,
  totalBytes,
  now = performance.now.bind(performance),
}: ProgressSettings): Progress {
  const startedAt = now();
  let bytes = 0;
  let items = 0;
  let shownAt = 0;
  const show = () => {
    if (!terminal.status || now() - shownAt < everyMs) return;
    shownAt = now();
    terminal.status(progressLine({ bytes, totalBytes, items, elapsedMs: shownAt - startedAt }));
  };
  return {
    read(count) {
      bytes += count;
      show();
    },
    item() {
      items++;
      show();
    },
    end: () => terminal.status?.(undefined),
  };
}

export interface Standing {
  readonly bytes: number;
  readonly totalBytes?: number | undefined;
  readonly items: number;
  readonly elapsedMs: number;
}

/** '━━━━━━━━━━━━────────────  50 %  1,200 items  400/s  0:03 left'. */
export function progressLine({ bytes, totalBytes, items, elapsedMs }: Standing): string {
  const seconds = Math.max(elapsedMs, 1) / 1_000;
  const rate = items / seconds;
  const told = `${items.toLocaleString('en')} items  ${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')}/s`;
  if (!totalBytes) return told;
  const share = Math.min(1, bytes / totalBytes);
  const full = Math.round(share * barWidth);
  const left = share > 0.01 ? `  ${clock((seconds * (1 - share)) / share)} left` : '';
  const bar = '━'.repeat(full) + '─'.repeat(barWidth - full);
  return `${bar}  ${String(Math.floor(share * 100)).padStart(3)} %  ${told}${left}`;
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
