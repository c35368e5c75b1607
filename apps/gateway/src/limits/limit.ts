import type { Refusal } from '../errors/refusal.ts';
import type { LimitSettings } from './limit-settings.ts';
import type { Operation } from './operation.ts';

/** One reason to refuse an operation, or null when it keeps to it. Must be linear in the document's size. */
export type Limit = (operation: Operation, settings: LimitSettings) => Refusal | null;
