import type { Dispatcher } from 'undici';
import { refusedWith } from '../exchange.ts';
import { SubgraphFailure } from '../subgraph-failure.ts';
import { EventStreamParser, type StreamEvent } from './event-stream-parser.ts';
import { Silence } from './silence.ts';
import type { Upstream, UpstreamReceiver } from './upstream.ts';

export interface SseExchangeOptions {
  readonly maxBytes: number;
  /** From the wait for a connection to the head of the answer. */
  readonly openTimeoutMs: number;
  /** Without an event and without a heartbeat. */
  readonly maxSilenceMs: number;
}

/** One subscription over one HTTP exchange whose answer goes on: GraphQL over SSE with distinct connections. */
export class SseExchange implements Dispatcher.DispatchHandler, Upstream {
  readonly #receiver: UpstreamReceiver;
  readonly #parser: EventStreamParser;
  readonly #silence: Silence;
  readonly #opening: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;
  #isPaused = false;

  constructor({ maxBytes, openTimeoutMs, maxSilenceMs }: SseExchangeOptions, receiver: UpstreamReceiver) {
    this.#receiver = receiver;
    this.#parser = new EventStreamParser(maxBytes, (event) => this.#take(event));
    this.#silence = new Silence(maxSilenceMs, () => this.#break(`silent for ${maxSilenceMs} ms`));
    this.#opening = setTimeout(() => {
      this.#end(() => receiver.broken(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'no stream in time')));
    }, openTimeoutMs).unref();
  }

  pause(): void {
    this.#isPaused = true;
    this.#silence.ignore();
    this.#controller?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#isOver) return;
    this.#silence.heard();
    this.#controller?.resume();
  }

  close(): void {
    this.#end(() => undefined);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('nobody listens any more'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // Below 200 it only says that an answer will come.
    if (this.#isOver || status < 200) return;
    if (status === 200 && /^text\/event-stream\b/i.test(textOf(headers['content-type']) ?? '')) {
      clearTimeout(this.#opening);
      this.#silence.heard();
      this.#receiver.opened();
      return;
    }
    const failure =
      status === 200
        ? new SubgraphFailure('SUBGRAPH_ERROR', 'the answer is no stream of events')
        : refusedWith(status, textOf(headers['retry-after']));
    const mayBeOtherwise = status >= 500 || status === 429;
    this.#end(() => (mayBeOtherwise ? this.#receiver.broken(failure) : this.#receiver.refused(failure)));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    if (!this.#isPaused) this.#silence.heard();
    try {
      this.#parser.push(chunk);
    } catch (error) {
      this.#break(error instanceof Error ? error.message : String(error));
    }
  }

  onResponseEnd(): void {
    this.#break('the stream ended without a word');
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    const failure = new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'no connection, or it broke', { cause });
    this.#end(() => this.#receiver.broken(failure));
  }

  #take({ name, data }: StreamEvent): void {
    if (this.#isOver) return;
    if (name === 'next') this.#receiver.event({ text: data, cacheControl: undefined });
    if (name === 'complete') this.#end(() => this.#receiver.complete());
  }

  #break(why: string): void {
    this.#end(() => this.#receiver.broken(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', why)));
  }

  #end(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#opening);
    this.#silence.ignore();
    this.#controller?.abort(new Error('nobody listens any more'));
    tell();
  }
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;
