import { describe, expect, it } from 'vitest';
import { attributionOf } from './attribution.ts';

describe('an attribution', () => {
  it.each([
    ['en', 'Reuters', 'Photo: Reuters', 'LTR'],
    ['he', 'Reuters', 'צילום: רויטרס', 'RTL'],
    ['he-IL', 'REUTERS', 'צילום: רויטרס', 'RTL'],
    ['ar-EG', 'Reuters', 'تصوير: رويترز', 'RTL'],
    ['en', 'רויטרס', 'Photo: Reuters', 'LTR'],
    ['ar', 'רויטרס', 'تصوير: رويترز', 'RTL'],
    ['he', 'Getty Images', 'צילום: גטי אימג׳ס', 'RTL'],
    ['ar', 'AFP', 'تصوير: أ ف ب', 'RTL'],
    ['fr', 'Reuters', 'Photo: Reuters', 'LTR'],
  ])('in %s of %s is the line %s', (locale, credit, text, direction) => {
    expect(attributionOf(credit, locale)).toMatchObject({ text, direction });
  });

  it('is English when no language is named', () => {
    expect(attributionOf('AP')).toEqual({ label: 'Photo', name: 'AP', text: 'Photo: AP', direction: 'LTR' });
  });

  it('isolates a name that reads the other way, and only in the line', () => {
    expect(attributionOf('Jane Roe', 'he')).toMatchObject({ name: 'Jane Roe', text: 'צילום: \u2068Jane Roe\u2069' });
    expect(attributionOf('נועה לוי', 'en')).toMatchObject({ name: 'נועה לוי', text: 'Photo: \u2068נועה לוי\u2069' });
    expect(attributionOf('נועה לוי', 'ar').text).toBe('تصوير: נועה לוי');
  });

  it('translates the supplier of a shared credit and leaves the person as written', () => {
    expect(attributionOf('נועה לוי / Reuters', 'he').name).toBe('נועה לוי / רויטרס');
    expect(attributionOf('Jane Roe/AP', 'ar').name).toBe('Jane Roe/أسوشيتد برس');
  });
});
