import { codedSettings, documentedSettings } from '@dateline/testing/documented-settings';
import { expect, it } from 'vitest';
import { settings } from './env.ts';

it('docs/operations.md lists every setting with its default', () => {
  expect(documentedSettings('syndication')).toEqual(codedSettings(settings));
});
