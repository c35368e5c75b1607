import type { Random } from '../random.ts';
import type { DemoLanguage } from '../types.ts';

interface Words {
  readonly subjects: readonly string[];
  readonly actions: readonly string[];
  readonly reasons: readonly string[];
  readonly sentences: readonly string[];
  readonly remarks: readonly string[];
}

/** Plain words for rows that only have to have the size and the script of news. Any parts of one language fit together. */
const words: Readonly<Record<DemoLanguage, Words>> = {
  en: {
    subjects: [
      'The harbour board',
      'The county council',
      'The water company',
      'The museum',
      'The railway',
      'The school district',
      'The growers’ union',
      'The weather service',
      'The library',
      'The rowing club',
    ],
    actions: [
      'publishes its figures every hour',
      'opens a second office',
      'moves to the old mill',
      'tests a new timetable',
      'plants two hundred oaks',
      'repairs the north bridge',
      'invites the public to vote',
      'delays the spring works',
      'counts more visitors than ever',
      'signs a ten-year lease',
    ],
    reasons: [
      'after a dry summer',
      'before the winter season',
      'at the request of residents',
      'for the first time since the flood',
      'despite higher prices',
      'in spite of doubts',
      'as promised in May',
      'to save energy',
    ],
    sentences: [
      'The decision was taken on Tuesday after two hours of discussion.',
      'Residents had asked for it in a petition with several hundred names.',
      'The cost is put at just under four million crowns, to be paid over three years.',
      'Work begins in the spring, if the weather allows.',
      'A report with all figures is open to everyone from next week.',
      'Nobody could say on the day how long it would take.',
      'Two earlier attempts had failed for lack of money.',
      'The members thanked the staff, who had prepared the papers at short notice.',
      'Similar plans in neighbouring towns have done well so far.',
      'Critics would have preferred to wait for the results of the study.',
    ],
    remarks: [
      'Good to see somebody finally doing this.',
      'I live next door and had not heard a word about it.',
      'What does it cost per household? The article does not say.',
      'They said the same thing four years ago.',
      'Thank you for the link to the figures.',
      'The old arrangement worked perfectly well for us.',
      'Has anyone here actually read the report?',
      'My bus still comes only once an hour.',
      'Fair point, I had not thought of that.',
      'I would rather have waited for the study.',
      'Come and look at it on a rainy day, then we can talk.',
      'That is not what the council told us in May.',
    ],
  },
  he: {
    subjects: [
      'הנמל',
      'המוזיאון',
      'איגוד המגדלים',
      'מועדון החתירה',
      'השירות המטאורולוגי',
      'בית הספר האזורי',
      'תאגיד המים',
      'הגן הבוטני',
    ],
    actions: [
      'מפרסם נתונים בכל שעה',
      'פותח סניף שני',
      'עובר אל הטחנה הישנה',
      'בוחן לוח זמנים חדש',
      'נוטע מאתיים אלונים',
      'מזמין את הציבור להצביע',
      'דוחה את עבודות האביב',
      'מונה יותר מבקרים מאי פעם',
    ],
    reasons: [
      'אחרי קיץ יבש',
      'לקראת החורף',
      'לבקשת התושבים',
      'לראשונה מאז השיטפון',
      'למרות ההתייקרויות',
      'כפי שהובטח במאי',
      'כדי לחסוך באנרגיה',
    ],
    sentences: [
      'ההחלטה התקבלה ביום שלישי לאחר דיון של שעתיים.',
      'תושבים ביקשו זאת בעצומה שעליה חתמו כמה מאות איש.',
      'העלות מוערכת בקצת פחות מארבעה מיליון שקלים, בפריסה לשלוש שנים.',
      'העבודות יתחילו באביב, אם מזג האוויר יאפשר.',
      'דוח עם כל הנתונים יהיה פתוח לציבור מן השבוע הבא.',
      'שני ניסיונות קודמים נכשלו מחוסר תקציב.',
      'תוכניות דומות ביישובים הסמוכים מצליחות עד כה.',
      'המבקרים היו מעדיפים להמתין לתוצאות המחקר.',
    ],
    remarks: [
      'טוב לראות שמישהו סוף סוף עושה משהו.',
      'אני גר ממש ליד ולא שמעתי על זה מילה.',
      'כמה זה עולה לכל משק בית? בכתבה לא כתוב.',
      'בדיוק אותו דבר אמרו לפני ארבע שנים.',
      'תודה על הקישור לנתונים.',
      'מישהו כאן באמת קרא את הדוח?',
      'האוטובוס שלי עדיין מגיע פעם בשעה.',
      'נקודה טובה, לא חשבתי על זה.',
      'הייתי מעדיפה לחכות למחקר.',
    ],
  },
  ar: {
    subjects: [
      'الميناء',
      'المتحف',
      'اتحاد المزارعين',
      'نادي التجديف',
      'مرصد الأحوال الجوية',
      'مجلس المدينة',
      'مرفق المياه',
      'المعهد الزراعي',
    ],
    actions: [
      'ينشر بياناته كل ساعة',
      'يفتح فرعاً ثانياً',
      'ينتقل إلى الطاحونة القديمة',
      'يجرّب جدولاً جديداً',
      'يزرع مئتي شجرة سنديان',
      'يدعو الجمهور إلى التصويت',
      'يؤجّل أعمال الربيع',
      'يسجّل أكبر عدد من الزوّار',
    ],
    reasons: [
      'بعد صيف جافّ',
      'قبيل موسم الشتاء',
      'بطلب من السكّان',
      'لأول مرة منذ الفيضان',
      'رغم ارتفاع الأسعار',
      'كما وعد في مايو',
      'من أجل توفير الطاقة',
    ],
    sentences: [
      'اتُّخذ القرار يوم الثلاثاء بعد نقاش دام ساعتين.',
      'وكان السكّان قد طالبوا به في عريضة وقّعها بضع مئات.',
      'وتقدَّر الكلفة بما يقلّ قليلاً عن أربعة ملايين دينار تُدفع على ثلاث سنوات.',
      'ويبدأ العمل في الربيع إذا سمح الطقس.',
      'وسيكون التقرير متاحاً للجميع ابتداءً من الأسبوع المقبل.',
      'وكانت محاولتان سابقتان قد تعثّرتا لنقص المال.',
      'وقد نجحت خطط مشابهة في البلدات المجاورة حتى الآن.',
      'وكان المنتقدون يفضّلون انتظار نتائج الدراسة.',
    ],
    remarks: [
      'خبر جيّد، أخيراً تحرّك أحد.',
      'أسكن بجوار المكان ولم أسمع شيئاً عن الموضوع.',
      'كم سيكلّف ذلك كلّ أسرة؟ الخبر لا يذكر.',
      'قالوا الكلام نفسه قبل أربع سنوات.',
      'شكراً على رابط البيانات.',
      'هل قرأ أحد هنا التقرير فعلاً؟',
      'الحافلة عندنا ما زالت تأتي مرّة كلّ ساعة.',
      'ملاحظة في محلّها، لم أفكّر في ذلك.',
      'كنت أفضّل انتظار الدراسة.',
    ],
  },
};

/** A headline such as newspapers print on quiet days. */
export function headlineOf(language: DemoLanguage, random: Random): string {
  const { subjects, actions, reasons } = words[language];
  return `${random.pick(subjects)} ${random.pick(actions)} ${random.pick(reasons)}`;
}

/** A paragraph of two to five sentences. */
export function paragraphOf(language: DemoLanguage, random: Random): string {
  return someOf(words[language].sentences, random.int(2, 5), random);
}

/** What a reader says: one to three remarks. */
export function remarkOf(language: DemoLanguage, random: Random): string {
  return someOf(words[language].remarks, random.int(1, 3), random);
}

/** So many texts of a list, none twice: every third one from a place found by chance (no list is as short as that). */
function someOf(texts: readonly string[], count: number, random: Random): string {
  const start = random.int(0, texts.length - 1);
  return Array.from({ length: count }, (_, index) => texts[(start + index * 3) % texts.length]).join(' ');
}
