import { expect, test } from 'vitest';
import { editionLanguages, labelsFor } from '../labels/labels.ts';
import { countForms, inCountForms } from './count-forms.ts';

test.each(editionLanguages)('any count of comments is said in %s as the page would say it', (language) => {
  const { commentCount } = labelsFor(language);
  const forms = JSON.parse(JSON.stringify(countForms(language, commentCount)));
  for (let count = 0; count <= 250; count++) expect(inCountForms(forms, language, count)).toBe(commentCount(count));
});
