/** What an input may cost. Every one is a bound on memory; reading takes time in proportion to the length of the input. */
export interface XmlLimits {
  /** Characters of the whole input. */
  readonly maxLength: number;
  /** Characters between two tags, or inside one. */
  readonly maxTextLength: number;
  /** Characters of one element that is answered as a tree. */
  readonly maxItemLength: number;
  /** Elements of one that is answered as a tree. */
  readonly maxItemElements: number;
  readonly maxDepth: number;
  /** Of one element. */
  readonly maxAttributes: number;
}

export const xmlLimits: XmlLimits = {
  maxLength: 4_000_000_000,
  maxTextLength: 8_000_000,
  maxItemLength: 16_000_000,
  maxItemElements: 200_000,
  maxDepth: 100,
  maxAttributes: 1000,
};
