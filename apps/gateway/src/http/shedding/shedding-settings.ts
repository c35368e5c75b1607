/** From where on new work is turned away, so that what was taken on is done in time. */
export interface SheddingSettings {
  /** Operations that are worked on at the same time. */
  readonly maxInFlight: number;
  /** How late the event loop may be, for half a second without a break. 0: however late. */
  readonly maxEventLoopDelayMs: number;
}
