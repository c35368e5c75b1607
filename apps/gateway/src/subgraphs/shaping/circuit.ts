import type { BreakerState } from '../../telemetry/events.ts';
import { CallWindow } from './call-window.ts';

/** How a call went, as far as it says something of the subgraph. `unknown`: it says nothing, its client went away perhaps. */
export type CallResult = 'good' | 'failed' | 'unreached' | 'unknown';

export interface CircuitOptions {
  readonly onTurn: (state: BreakerState) => void;
  /** Milliseconds; it never goes back. */
  readonly clock?: () => number;
}

/** Says which calls were let in under it; what comes back later than the next turn of the circuit says nothing any more. */
export type Pass = number;

const leastCalls = 20;
const tolerated = 0.5;
const successesToClose = 3;
/** After a probe that the subgraph saw fail: at most five of them in thirty seconds. */
const restMs = 7_000;
/** After one that came to nobody: it cost no subgraph anything, and one that is started again is found soon. */
const restUnreachedMs = 2_000;

/**
 * Closed: calls pass, and are counted. Open, once half of at least twenty within ten seconds have failed: none passes.
 * Half-open, after a rest: one passes at a time; three good ones in a row close it, a failed one opens it again.
 */
export class Circuit {
  readonly #window = new CallWindow();
  readonly #clock: () => number;
  readonly #onTurn: (state: BreakerState) => void;
  #state: BreakerState = 'closed';
  #turns = 0;
  #restsUntil = 0;
  #isProbing = false;
  #successes = 0;

  constructor({ onTurn, clock = () => performance.now() }: CircuitOptions) {
    this.#onTurn = onTurn;
    this.#clock = clock;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Null: this call is not made. Otherwise `leave` must be told how it went. */
  enter(): Pass | null {
    if (this.#state === 'closed') return this.#turns;
    if (this.#state === 'open') {
      if (this.#clock() < this.#restsUntil) return null;
      this.#turn('half-open');
      this.#successes = 0;
    } else if (this.#isProbing) return null;
    this.#isProbing = true;
    return this.#turns;
  }

  leave(pass: Pass, result: CallResult): void {
    if (pass !== this.#turns) return;
    if (this.#state === 'half-open') this.#leaveProbe(result);
    else if (result !== 'unknown') this.#count(result);
  }

  #leaveProbe(result: CallResult): void {
    this.#isProbing = false;
    if (result === 'unknown') return;
    if (result !== 'good') this.#open(result);
    else if (++this.#successes >= successesToClose) {
      this.#window.clear();
      this.#turn('closed');
    }
  }

  #count(result: Exclude<CallResult, 'unknown'>): void {
    this.#window.record(this.#clock(), result !== 'good');
    if (result === 'good') return;
    const { calls, failures } = this.#window;
    if (calls >= leastCalls && failures >= calls * tolerated) this.#open(result);
  }

  #open(last: 'failed' | 'unreached'): void {
    this.#restsUntil = this.#clock() + (last === 'unreached' ? restUnreachedMs : restMs);
    this.#turn('open');
  }

  #turn(state: BreakerState): void {
    this.#state = state;
    this.#turns++;
    this.#isProbing = false;
    this.#onTurn(state);
  }
}
