import { type Metric, Registry } from 'prom-client';

export type MetricsRegistry = Registry;

/** What `/metrics` of one service writes out. */
export const createMetricsRegistry = (): MetricsRegistry => new Registry();

/** Names with values; each choice of them is a series of its own, so their number must be bounded. */
export type Labels = Readonly<Record<string, string>>;

/** One series that only grows. Whoever counts keeps it at hand: an increment is all that it costs. */
export interface Tally {
  value: number;
}

/** One series of a histogram. */
export interface Spread {
  observe(seconds: number): void;
}

/** A metric that is counted into by its series. */
export interface Family<Series> {
  /** The series of these labels; the same one every time. Not for hot paths: keep what it gives. */
  of(labels: Labels): Series;
}

/** A value of now, with its labels. */
export type Reading = readonly [labels: Labels, value: number];

export interface MetricText {
  readonly name: string;
  readonly help: string;
}

/**
 * Metrics of one registry that cost nothing until somebody asks for them. prom-client's own work out a series by its labels
 * at every observation, which takes longer than all else that is done with a kept answer; these are written out only when
 * `/metrics` is asked for.
 */
export interface Meters {
  counter(text: MetricText): Family<Tally>;
  /** @param bounds of its buckets, ascending */
  histogram(text: MetricText & { readonly bounds?: readonly number[] }): Family<Spread>;
  /**
   * Read when asked for. `grows`: a count that somebody else keeps. `isWorst`: of several processes the highest counts, not
   * their sum.
   */
  read(
    text: MetricText & { readonly grows?: boolean; readonly isWorst?: boolean },
    read: () => Iterable<Reading>,
  ): void;
}

/** From a kept answer (0.1 ms) to the end of a request's patience (14 s). */
export const requestBoundsSeconds = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

interface Written {
  readonly labels: Labels;
  readonly value: number;
  readonly metricName?: string;
}

export function createMeters(registry: Registry): Meters {
  return {
    counter({ name, help }) {
      const family = createFamily<Tally>(() => ({ value: 0 }));
      register({
        name,
        help,
        type: 'counter',
        read: () => family.all().map(([labels, { value }]) => ({ labels, value })),
      });
      return family;
    },
    histogram({ name, help, bounds = requestBoundsSeconds }) {
      const family = createFamily(() => createSpread(bounds));
      register({
        name,
        help,
        type: 'histogram',
        read: () => family.all().flatMap(([labels, spread]) => spread.write(name, labels)),
      });
      return family;
    },
    read({ name, help, grows = false, isWorst = false }, read) {
      const write = () => [...read()].map(([labels, value]) => ({ labels, value }));
      register({ name, help, type: grows ? 'counter' : 'gauge', read: write, aggregator: isWorst ? 'max' : 'sum' });
    },
  };

  interface Described extends MetricText {
    readonly type: 'counter' | 'gauge' | 'histogram';
    readonly read: () => readonly Written[];
    readonly aggregator?: 'sum' | 'max';
  }

  /** What a registry asks of a metric is its name and `get`: prom-client 15, lib/registry.js. */
  function register({ name, help, type, read, aggregator = 'sum' }: Described): void {
    const get = async () => ({ name, help, type, values: read(), aggregator });
    registry.registerMetric({ name, help, type, get } as unknown as Metric<string>);
  }
}

function createFamily<Series>(make: () => Series) {
  const series = new Map<string, readonly [Labels, Series]>();
  return {
    of(labels: Labels): Series {
      const key = JSON.stringify(labels);
      const [, known] = series.get(key) ?? [];
      if (known) return known;
      const made = make();
      series.set(key, [labels, made]);
      return made;
    },
    all: () => [...series.values()],
  };
}

function createSpread(bounds: readonly number[]) {
  const counts = new Float64Array(bounds.length + 1);
  let sum = 0;
  return {
    observe(seconds: number) {
      let bucket = 0;
      while (bucket < bounds.length && seconds > (bounds[bucket] ?? Infinity)) bucket++;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += seconds;
    },
    /** Buckets hold all that is not above their bound, as Prometheus wants them. */
    write(name: string, labels: Labels): Written[] {
      let below = 0;
      const buckets = [...counts].map((count, bucket) => {
        below += count;
        const le = String(bounds[bucket] ?? '+Inf');
        return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: below };
      });
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: below },
      ];
    },
  };
}
