import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import { z } from 'zod';

/** What the public gateway benchmark gives: its operation, and the reviews that make its answer large. */
export interface BenchmarkSample {
  readonly query: string;
  readonly reviews: readonly SampleReview[];
}

export type SampleReview = z.infer<typeof reviewSchema>;

const reviewSchema = z.object({ id: z.string(), body: z.string(), upc: z.string() });

/** Beside the clone, where the samples of outsiders stand; read when the bench runs, never copied. */
export const sampleFolder = join(projectFolder, '../shared/samples/gateway-bench');

export function readBenchmarkSample(): BenchmarkSample {
  return {
    query: readFileSync(join(sampleFolder, 'query.graphql'), 'utf8'),
    reviews: z.array(reviewSchema).parse(JSON.parse(readFileSync(join(sampleFolder, 'reviews.json'), 'utf8'))),
  };
}
