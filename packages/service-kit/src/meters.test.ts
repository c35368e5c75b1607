import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createMeters } from './meters.ts';

test('a counter shows what was added to its series, and each choice of labels is one', async () => {
  const registry = new Registry();
  const errors = createMeters(registry).counter({ name: 'errors_total', help: 'Errors.' });
  const late = errors.of({ code: 'LATE' });
  late.value++;
  late.value += 2;
  expect(errors.of({ code: 'LATE' })).toBe(late);
  errors.of({ code: 'GONE' });
  const text = await registry.metrics();
  expect(text).toContain('# HELP errors_total Errors.\n# TYPE errors_total counter');
  expect(text).toContain('errors_total{code="LATE"} 3');
  expect(text).toContain('errors_total{code="GONE"} 0');
});

test('a histogram counts into every bucket from the first that is not too small, with sum and count', async () => {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'gateway' });
  const seconds = createMeters(registry).histogram({ name: 'seconds', help: 'Time.', bounds: [0.1, 1] });
  const spread = seconds.of({ route: '/graphql' });
  for (const value of [0.1, 0.5, 30]) spread.observe(value);
  const text = await registry.metrics();
  const line = (name: string, more = '') => new RegExp(`^seconds_${name}\\{.*route="/graphql"${more}.*\\} (.*)$`, 'm');
  expect(line('bucket', ',le="0.1"').exec(text)?.[1]).toBe('1');
  expect(line('bucket', ',le="1"').exec(text)?.[1]).toBe('2');
  expect(line('bucket', ',le="\\+Inf"').exec(text)?.[1]).toBe('3');
  expect(line('count').exec(text)?.[1]).toBe('3');
  expect(Number(line('sum').exec(text)?.[1])).toBeCloseTo(30.6);
  expect(text).toContain('service="gateway"');
});

test('what is read is read anew each time, and labels are written so that no text breaks out of them', async () => {
  const registry = new Registry();
  let open = 1;
  createMeters(registry).read({ name: 'open', help: 'Open.' }, () => [[{ by: 'a"b\n' }, open]]);
  expect(await registry.metrics()).toContain('open{by="a\\"b\\n"} 1');
  open = 7;
  expect(await registry.metrics()).toContain('# TYPE open gauge\nopen{by="a\\"b\\n"} 7');
});

test('workers of one house can be added up: prom-client aggregates what it did not make itself', async () => {
  const registry = new Registry();
  const meters = createMeters(registry);
  meters.counter({ name: 'asked_total', help: 'Asked.' }).of({}).value += 2;
  meters
    .histogram({ name: 'seconds', help: 'Time.', bounds: [1] })
    .of({})
    .observe(0.5);
  const { AggregatorRegistry } = await import('prom-client');
  const both = AggregatorRegistry.aggregate([await registry.getMetricsAsJSON(), await registry.getMetricsAsJSON()]);
  const text = await both.metrics();
  expect(text).toContain('asked_total 4');
  expect(text).toContain('seconds_bucket{le="1"} 2');
});
