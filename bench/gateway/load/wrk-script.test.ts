import { expect, test } from 'vitest';
import { wrkScript } from './wrk-script.ts';

test('the body reaches wrk as it is', () => {
  const body = '{"query":"{ a(b: \\"]=]\\") }"}';
  expect(wrkScript({ body, tag: null, firstTagNumber: 0 })).toContain(`wrk.body = [==[\n${body}]==]`);
});

test('without a tag every request is the same, which wrk prepares once', () => {
  expect(wrkScript({ body: '{}', tag: null, firstTagNumber: 0 })).not.toContain('request =');
});

test('with a tag every request has the next number where the tag stood', () => {
  const script = wrkScript({ body: '{"v":"T","w":"T"}', tag: 'T', firstTagNumber: 41 });
  expect(script).toContain('local parts = { [=[\n{"v":"]=], [=[\n","w":"]=], [=[\n"}]=] }');
  expect(script).toContain('local number = 41');
});
