/**
 * Every word by which a page text dump is recognised, in the languages we know. A new language is new lines here.
 * They are compared after `labelForm` (lines.ts): case, bidi marks, Arabic vowel signs and runs of spaces do not count.
 */

/** How a label's own newsrooms order the parts of a date that can be read two ways. */
export type DateOrder = 'MONTH_FIRST' | 'DAY_FIRST' | 'BY_PAGE_LANGUAGE';

/**
 * What stands before the colon of a first-published line. 'פרסום ראשון' is month first: it is the label of the English
 * edition's template, which writes 11.21.17, and our own graph writes it so. The other Hebrew and the Arabic labels stand
 * on pages of their own language, where the day comes first.
 */
export const firstPublishedLabels: Readonly<Record<string, DateOrder>> = {
  'First published': 'BY_PAGE_LANGUAGE',
  'First publication': 'BY_PAGE_LANGUAGE',
  'First published on': 'BY_PAGE_LANGUAGE',
  'Originally published': 'BY_PAGE_LANGUAGE',
  Published: 'BY_PAGE_LANGUAGE',
  'פרסום ראשון': 'MONTH_FIRST',
  'פורסם לראשונה': 'DAY_FIRST',
  'תאריך פרסום': 'DAY_FIRST',
  פורסם: 'DAY_FIRST',
  'نشر لأول مرة': 'DAY_FIRST',
  'نشرت لأول مرة': 'DAY_FIRST',
  'النشر الأول': 'DAY_FIRST',
  'أول نشر': 'DAY_FIRST',
  'تاريخ النشر الأول': 'DAY_FIRST',
  'تاريخ أول نشر': 'DAY_FIRST',
  'تاريخ النشر': 'DAY_FIRST',
};

/** English-speaking regions that write the day first; the others, and plain 'en', write the month first. */
export const dayFirstEnglishRegions: readonly string[] = ['GB', 'IE', 'AU', 'NZ', 'IN', 'ZA', 'IL', 'SG', 'NG', 'KE'];

/** What stands before the colon of a credit in parentheses: '(Photo: Reuters)'. */
export const creditLabels: readonly string[] = [
  // English
  'Photo',
  'Photos',
  'Photo credit',
  'Photo by',
  'Photograph',
  'Photography',
  'Picture',
  'Image',
  'Image credit',
  'Illustration',
  'Graphic',
  'Credit',
  'Courtesy',
  'Source',
  // Hebrew
  'צילום',
  'צילומים',
  'תמונה',
  'תצלום',
  'איור',
  'קרדיט',
  'באדיבות',
  'מקור',
  // Arabic
  'تصوير',
  'الصورة',
  'صورة',
  'الصور',
  'صور',
  'رسم',
  'المصدر',
  'مصدر الصورة',
  // German, French, Spanish, Italian, Portuguese, Dutch, Turkish, Russian, Ukrainian, Polish
  'Foto',
  'Fotos',
  'Bild',
  'Quelle',
  'Crédit',
  'Crédit photo',
  'Photographie',
  'Crédito',
  'Imagen',
  'Immagine',
  'Imagem',
  'Beeld',
  'Fotoğraf',
  'Фото',
  'Фотография',
  'Світлина',
  'Zdjęcie',
  'Fot.',
];

/** The comment form's own words. The first line that is exactly one of these ends the page. */
export const commentFormLines: readonly string[] = [
  'new comment',
  'add a comment',
  'post a comment',
  'write a comment',
  'your comment',
  'This will delete your current comment',
  'תגובה חדשה',
  'הוספת תגובה',
  'הוסף תגובה',
  'הוסיפו תגובה',
  'כתבו תגובה',
  'התגובה שלך',
  'פעולה זו תמחק את התגובה הנוכחית שלך',
  'פעולה זו תמחק את התגובה הנוכחית',
  'הפעולה תמחק את התגובה הנוכחית שלך',
  'זה ימחק את התגובה הנוכחית שלך',
  'تعليق جديد',
  'أضف تعليقا',
  'إضافة تعليق',
  'اكتب تعليقا',
  'تعليقك',
  'سيؤدي هذا إلى حذف تعليقك الحالي',
  'سيحذف هذا تعليقك الحالي',
  'هذا سيحذف تعليقك الحالي',
];
