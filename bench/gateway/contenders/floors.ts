import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplayFile } from '../floors/replay-file.ts';
import type { Contender } from './contender.ts';

const program = (file: string) => join(import.meta.dirname, '../floors', file);

export function bytesFloor(answer: string): Contender {
  return {
    id: 'floor-bytes',
    title: 'floor: bare node:http, the same bytes',
    launch({ folder, port }) {
      const file = join(folder, 'answer.json');
      writeFileSync(file, answer);
      return { args: [program('bytes-server.ts'), file, String(port)] };
    },
  };
}

/** @param whose whose calls they are, for the table */
export function replayFloor(id: string, whose: string, replay: ReplayFile): Contender {
  const calls = replay.waves.flat().length;
  return {
    id,
    title: `floor: undici, the ${calls} calls of ${whose} in ${replay.waves.length} waves, no GraphQL`,
    launch({ folder, port }) {
      const file = join(folder, `${id}.json`);
      writeFileSync(file, JSON.stringify(replay));
      return { args: [program('replay-server.ts'), file, String(port)] };
    },
  };
}
