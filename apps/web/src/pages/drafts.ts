import type { APIRoute } from 'astro';
import { z } from 'zod';
import { readConversationForm } from '../conversation/conversation-form.ts';
import { conversationWriter } from '../conversation/write-conversation.ts';
import { labelsFor } from '../labels/labels.ts';

const target = z.object({ articleId: z.string().min(1).max(200), locale: z.string().min(2).max(35) });

/** Saves what a reader is writing, for the composer's script. The form is the composer's own. */
export const POST: APIRoute = async ({ request, locals }) => {
  const data = await request.formData().catch(() => new FormData());
  data.set('intent', 'save');
  data.delete('turnTo');
  const form = readConversationForm(data);
  const about = target.safeParse({ articleId: data.get('articleId'), locale: data.get('locale') });
  if (form?.intent !== 'save' || !about.success) return Response.json({ kind: 'refused' }, { status: 400 });
  const { articleId, locale } = about.data;
  const saved = await conversationWriter(locals.ask, articleId, locale, labelsFor(locale)).save(form.comment);
  return Response.json(saved, { headers: { 'cache-control': 'private, no-store' } });
};
