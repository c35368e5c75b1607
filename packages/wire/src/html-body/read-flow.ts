import type { BodyElement } from '../body-element.ts';
import type { MarkupNode } from '../markup-tree.ts';

/** Reads nodes into elements, relative addresses from where the whole fragment's are. What holds others reads them with it. */
export type ReadFlow = (nodes: readonly MarkupNode[]) => BodyElement[];
