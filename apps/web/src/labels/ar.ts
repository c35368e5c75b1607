import { grouped } from './grouped.ts';
import type { Labels } from './labels.ts';

const plural = new Intl.PluralRules('ar');

export const arabic: Labels = {
  languageName: 'العربية',
  skipToContent: 'انتقل إلى المحتوى',
  frontPage: 'الصفحة الأولى',
  sections: 'الأقسام',
  editions: 'الطبعات',
  latest: 'آخر الأخبار',
  moreStories: 'أخبار أقدم',
  noStories: 'لم يُنشر شيء هنا بعد.',
  feeds: 'خلاصات RSS',
  signIn: 'تسجيل الدخول',
  signOut: 'تسجيل الخروج',
  signedInAs: (name) => `مسجّل باسم ${name}`,
  commentCount: (count) => countOf(count, { one: 'تعليق واحد', two: 'تعليقان', few: 'تعليقات', other: 'تعليقًا' }),
  readingTime: (minutes) =>
    `القراءة: ${countOf(minutes, { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', other: 'دقيقة' })}`,

  by: 'بقلم',
  updated: 'حُدّث',
  storyUpdated: 'حُدّث هذا الخبر للتو.',
  forSubscribers: 'للمشتركين',
  photo: 'تصوير',
  corrections: 'تصويبات',
  topics: 'موضوعات',
  inOtherLanguages: 'بلغات أخرى',
  openElsewhere: (provider) => `افتح في ${provider}`,
  notPublished: 'غير منشور: لا يرى هذه الصفحة إلا المحررون.',
  related: 'مقال ذو صلة',
  withdrawnAt: 'سُحب في',

  search: 'بحث',
  searchStories: 'ابحث في الأخبار',
  searchHint:
    'يجب أن ترد الكلمات كلها. "سور الميناء" يجد الكلمات كما هي، أما قارب OR عبّارة فيجد إحداهما، أما -ضباب فيستبعد كلمة، وأما منار* فيجد كل ما يبدأ هكذا.',
  foundCount: (count) => `عُثر على ${countOf(count, { one: 'خبر واحد', two: 'خبرين', few: 'أخبار', other: 'خبرًا' })}`,
  foundAtLeast: (count) => `عُثر على ${grouped(count)} خبر أو أكثر`,
  nothingFound: 'لم يُعثر على شيء. جرّب كلمات أقل أو كلمات أخرى.',
  foundByLikeWords: 'لا يوجد خبر يحتوي على هذه الكلمات كما كُتبت. هذه أخبار فيها كلمات قريبة منها.',
  moreResults: 'مزيد من الأخبار',
  searchTooLong: 'النص أطول من اللازم للبحث: الحد 256 حرفًا.',
  searchTooSlow: 'يستغرق هذا البحث وقتًا أطول من اللازم. قد تفيد كلمات أندر.',
  searchPageGone: 'صفحة النتائج هذه غير موجودة.',
  searchFromStart: 'اعرضها من البداية',
  topicKinds: {
    SUBJECT: 'موضوع',
    PERSON: 'شخصية',
    ORGANISATION: 'منظمة',
    PLACE: 'مكان',
    EVENT: 'حدث',
  },

  conversation: 'التعليقات',
  conversationAway: 'لا يمكن عرض التعليقات الآن. يُرجى العودة بعد قليل.',
  conversationClosed: 'أُغلق النقاش. ما قيل يبقى.',
  conversationPremoderated: 'يُقرأ كل تعليق قبل نشره.',
  noComments: 'لا تعليقات بعد.',
  newestFirst: 'الأحدث أولًا',
  oldestFirst: 'الأقدم أولًا',
  moreComments: 'مزيد من التعليقات',
  newerComments: 'هناك تعليقات أحدث: اعرضها',
  moreReplies: 'مزيد من الردود',
  wholeConversation: 'النقاش كله',
  commentRemoved: 'سُحب هذا التعليق.',
  commentWaits: 'بانتظار المشرف؛ لا يراه سواك.',
  edited: 'عُدّل',
  staff: 'من هيئة التحرير',
  moderator: 'مشرف',
  permalink: (number) => `رابط التعليق ${number}`,
  signInToComment: 'سجّل الدخول للمشاركة',

  writeComment: 'اكتب تعليقًا',
  yourComment: 'تعليقك',
  yourReply: (name, number) => `ردّك على ${name} (رقم ${number})`,
  reply: 'ردّ',
  post: 'انشر',
  saveDraft: 'احفظ مسودة',
  draftSaved: 'حُفظت المسودة.',
  draftNotSaved: 'تعذّر حفظ المسودة.',
  edit: 'تعديل',
  saveChanges: 'احفظ التعديلات',
  cancel: 'إلغاء',
  remove: 'حذف',
  removeForGood: 'نعم، احذفه',
  discardDraft: 'احذف المسودة',

  draftWarning: 'سيؤدي هذا إلى حذف تعليقك الحالي',
  draftWarningDetail: 'هذا ما بدأت كتابته ولم تنشره بعد:',
  keepDraft: 'احتفظ به',
  deleteDraftAndGoOn: 'احذفه وتابع',

  refusals: {
    EMPTY: 'اكتب شيئًا أولًا.',
    TOO_LONG: 'النص أطول من اللازم: الحد 5,000 حرف.',
    THREAD_CLOSED: 'أُغلق النقاش في هذه الأثناء.',
    REPEAT_POST: 'لقد قلت هذا بالضبط قبل قليل.',
    RATE_LIMITED: 'انتظر لحظة قبل التعليق التالي.',
    PARENT_GONE: 'سُحب التعليق الذي تردّ عليه.',
    ARTICLE_UNKNOWN: 'لم يعد هذا الخبر موجودًا.',
    EDIT_WINDOW_OVER: 'انتهى وقت تعديل هذا التعليق.',
    NOT_YOURS: 'هذا التعليق ليس لك.',
  },
  retryAfter: (seconds) => `حاول مجددًا بعد ${seconds} ثانية.`,
  couldNotSend: 'تعذّر الإرسال. نصّك محفوظ هنا: حاول مجددًا.',
  signInAgain: 'انتهت صلاحية دخولك. نصّك محفوظ هنا: سجّل الدخول في لسان آخر ثم أرسله.',

  notFoundTitle: 'لا شيء هنا',
  notFoundDetail: 'ربما نُقلت الصفحة أو كُتب العنوان خطأ.',
  unreachableTitle: 'تعذّر الوصول إلى غرفة الأخبار',
  unreachableDetail: 'حاول مجددًا بعد لحظة.',
};

function countOf(count: number, forms: { one: string; two: string; few: string; other: string }): string {
  const form = plural.select(count);
  if (form === 'one') return forms.one;
  if (form === 'two') return forms.two;
  return `${grouped(count)} ${form === 'few' || form === 'zero' ? forms.few : forms.other}`;
}
