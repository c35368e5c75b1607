import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePorts } from '@dateline/scripts/ports';
import type { Contender, Place } from '../contenders/contender.ts';
import { checkAnswers } from '../load/check-answers.ts';
import type { Operation } from '../load/operation.ts';
import { runLoad } from '../load/run-load.ts';
import { startContender, untilAnswers } from '../measure/contender-process.ts';
import { cpuProfile, type ProfileShare, sharesOf } from './profile-shares.ts';

export interface ProfileOptions {
  readonly place: Omit<Place, 'port'>;
  readonly operation: Operation;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const endDeadlineMs = 20_000;

/** Runs a contender under V8's profiler and load, ends it in good order, and reads where its time went. */
export async function profileContender(
  contender: Contender,
  options: ProfileOptions,
): Promise<readonly ProfileShare[]> {
  const { place, operation, connections, seconds, warmUpSeconds } = options;
  const { gateway: port } = await findFreePorts();
  const folder = join(place.folder, `profile-${contender.id}`);
  mkdirSync(folder, { recursive: true });
  const profiled: Contender = {
    ...contender,
    launch: (where) => {
      const launch = contender.launch(where);
      return { ...launch, args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...launch.args] };
    },
  };
  const startedAt = performance.now();
  const running = startContender(profiled, { ...place, port });
  try {
    await untilAnswers(
      running,
      operation.body,
      (answer) => typeof answer === 'object' && answer !== null && 'data' in answer,
    );
    const load = { url: running.url, operation, connections };
    await checkAnswers({ ...load, seconds: warmUpSeconds, minAnswers: connections });
    const skipMs = performance.now() - startedAt;
    await runLoad({ ...load, seconds, folder: place.folder });
    running.finish();
    const deadline = Date.now() + endDeadlineMs;
    while (!running.hasEnded() && Date.now() < deadline) await delay(100);
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error(`${contender.id} wrote no profile.`);
    return sharesOf(cpuProfile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))), skipMs);
  } finally {
    await running.end();
  }
}
