import { commenterId } from './comments/thread-draft.ts';
import { demoEditionTime, minutesBefore } from './edition-time.ts';
import type { DemoCommenter } from './types.ts';

type CommenterDraft = readonly [key: string, displayName: string, daysAgo: number, role?: DemoCommenter['role']];

const drafts: readonly CommenterDraft[] = [
  ['lena', 'Lena M.', 900],
  ['rat', 'Harbour Rat', 2100],
  ['gwen', 'gwen_k', 430],
  ['aldous', 'P. Aldous', 1500],
  ['walker', 'Senn Valley Walker', 760],
  ['mika', 'mika', 120],
  ['ruth', 'Ruth in Ashmere', 1320],
  ['night', 'NightShift', 310],
  ['tolk', 'dr_tolk', 640],
  ['knee', 'Kestrel’s Knee', 5],
  ['bertil', 'Bertil', 1890],
  ['quiet', 'quiet_reader', 77],
  ['fenn', 'Fennimore', 1010],
  ['jo', 'Jo from the island', 540],
  ['tallow', 'Tallow', 260],
  ['staff', 'Dateline community editor', 2400, 'STAFF'],
  ['mod', 'Moderation desk', 2400, 'MODERATOR'],
  ['uri', 'אורי מהנמל', 1200],
  ['shirly', 'שירלי ק.', 380],
  ['gil', 'גיל 72', 2000],
  ['teacher', 'מורה לשעבר', 860],
  ['noa', 'נועה_ב', 140],
  ['amit', 'עמית', 510],
  ['savta', 'סבתא של איתי', 900],
  ['rakevet', 'חובב רכבות', 1430],
  ['dror', 'דרור פ.', 220],
  ['rotem', 'רותם', 60],
  ['tzevet', 'צוות הקהילה', 2300, 'STAFF'],
  ['tariq', 'أبو طارق', 1700],
  ['layla', 'ليلى م.', 340],
  ['qari', 'قارئ قديم', 2200],
  ['muhandis', 'مهندس من السنديان', 610],
  ['nur', 'نور الهدى', 190],
  ['saiq', 'سائق شاحنة', 450],
  ['yasmin', 'ياسمين', 80],
  ['hassan', 'حسّان', 1100],
  ['mushajji', 'مشجّع الواحة', 730],
  ['fariq', 'فريق التحرير', 2300, 'STAFF'],
];

/** The readers (and three of the staff) who talk under the demo edition's articles. */
export function demoCommenters(editionTime: Date = demoEditionTime): readonly DemoCommenter[] {
  return drafts.map(([key, displayName, daysAgo, role = 'READER']) => ({
    id: commenterId(key),
    displayName,
    role,
    joinedAt: minutesBefore(editionTime, daysAgo * 24 * 60).toISOString(),
  }));
}
