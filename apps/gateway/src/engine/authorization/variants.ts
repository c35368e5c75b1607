/** Of one operation that are kept at a time, by what its viewers are granted. */
const maxVariants = 32;

/**
 * Sees to it that viewers with ever other grants do not push what was compiled of other operations out: for each operation
 * only what was made last is kept.
 */
export function createVariantBound<Operation extends object>() {
  const kept = new WeakMap<Operation, string[]>();
  return {
    /** Takes note of one that is kept from now on. Returns what is not to be kept any more. */
    add(operation: Operation, variant: string): string | undefined {
      // One that was pushed out meanwhile is made again: it stands here once.
      const variants = (kept.get(operation) ?? []).filter((known) => known !== variant);
      kept.set(operation, variants);
      variants.push(variant);
      return variants.length > maxVariants ? variants.shift() : undefined;
    },
  };
}
