/** Page dumps of our own writing, shaped as a browser's "select all, copy" leaves them. */

export const englishPage = `Ferries wait in the harbour of Port Ansel (Photo: Mira Dole)

Night ferries return to Port Ansel after nine years

The first crossing is booked out, and the town has repainted the pier for it.

The ferry *Kestrel* leaves at 22:10 & arrives before breakfast, if the <old> engine agrees.


Tickets cost "less than a taxi", the harbour office says.


The pier, freshly painted (left)
The pier, freshly painted (left)


A second ship follows
in spring.


First published: 3/4/21, 2:30 pm
New comment
This will delete your current comment
A reader's remark that is no part of the story
`;

export const hebrewPage = `הספרייה החדשה בבוקר הפתיחה (צילום: נעה ברק)

הספרייה העירונית נפתחה מחדש אחרי שיפוץ של שנתיים

אלפי תושבים הגיעו ביום הראשון, והתור נמשך עד הכיכר.

המדפים זזו קומה אחת למעלה, ואולם הקריאה קיבל חלונות גדולים.


ילדים באולם הקריאה (צילום: סוכנות "אור" (ארכיון))
ילדים באולם הקריאה (צילום: סוכנות "אור" (ארכיון))


הספרייה תהיה פתוחה גם בשבתות.

\u200Fפורסם לראשונה: 03.04.21, 14:30\u200F
\u00A0תגובה חדשה
פעולה זו תמחק את התגובה הנוכחית שלך`;

export const arabicPage = `السوق القديم بعد إعادة افتتاحه

السوق القديم يفتح أبوابه من جديد

عاد التجار إلى محالهم بعد ترميم دام ثلاث سنوات.

قال التجار إن الزبائن عادوا منذ الساعة الأولى.

بائع توابل في السوق (تصوير: ليلى حداد)
بائع توابل في السوق (تصوير: ليلى حداد)

نُشر لأول مرة: ٠٣/٠٤/٢٠٢١، ١٤:٣٠

تعليق جديد
سيؤدي هذا إلى حذف تعليقك الحالي`;
