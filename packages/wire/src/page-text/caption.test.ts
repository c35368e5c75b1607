import { describe, expect, it } from 'vitest';
import { splitCredit } from './caption.ts';

describe('a credit is taken out of a caption', () => {
  it.each([
    ['A ship (Photo: Reuters)', 'A ship', 'Reuters'],
    ['A ship (PHOTO : Reuters).', 'A ship', 'Reuters'],
    ['ספינה (צילום: רויטרס)', 'ספינה', 'רויטרס'],
    ['סירה (באדיבות: הנמל)', 'סירה', 'הנמל'],
    ['سفينة (تصوير: رويترز)', 'سفينة', 'رويترز'],
    ['Ein Schiff (Foto: dpa)', 'Ein Schiff', 'dpa'],
    ['Un navire (Crédit photo : AFP)', 'Un navire', 'AFP'],
    ['A ship (left) (Credit: Ada Lind (Agency))', 'A ship (left)', 'Ada Lind (Agency)'],
    ['A ship (Photo: Harbour: the archive)', 'A ship', 'Harbour: the archive'],
    ['A ship (Photo by Ada Lind/AFP via Getty Images)', 'A ship', 'Ada Lind/AFP via Getty Images'],
    ['A ship on Friday, Nov. 20. (AP Photo/Ada Lind, File)', 'A ship on Friday, Nov. 20.', 'AP Photo/Ada Lind, File'],
    ['A ship (Ada Lind/The Harbour News via AP)', 'A ship', 'Ada Lind/The Harbour News via AP'],
  ])('%s', (shown, caption, credit) => {
    expect(splitCredit(shown)).toEqual({ caption, credit });
  });

  it('a caption of a credit alone is a credit alone', () => {
    expect(splitCredit('(Photo: Reuters)')).toEqual({ credit: 'Reuters' });
  });
});

describe('what is no credit stays in the caption', () => {
  it.each([
    'A ship (left)',
    'A ship (Reuters)',
    'A ship (photo by night)',
    'A ship (seen from Pier 4 via a mirror)',
    'A ship (the Ansel: largest of its kind)',
    'A ship (Photo: )',
    'A ship (Photo: Reuters) at sea',
    'A ship Photo: Reuters)',
    'A ship (Photo: Reuters',
  ])('%s', (shown) => {
    expect(splitCredit(shown)).toEqual({ caption: shown });
  });
});
