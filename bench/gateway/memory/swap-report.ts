import { z } from 'zod';

/** What the process that swaps is told. */
export const swapOrder = z.object({
  /** What is asked after each swap. */
  body: z.string(),
  /** After how many swaps the memory is looked at, in rising order. It ends with the last. */
  looks: z.array(z.number().int().min(1)).min(1),
});
export type SwapOrder = z.infer<typeof swapOrder>;

/** Memory after a number of swaps and a full collection of garbage; resident with all processes of the gateway. */
export const swapLook = z.object({ swaps: z.number(), heapMegabytes: z.number(), residentMegabytes: z.number() });
export type SwapLook = z.infer<typeof swapLook>;
