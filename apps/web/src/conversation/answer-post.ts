import type { ArticleView } from '../article/load-article.ts';
import type { Ask } from '../graph/ask.ts';
import { labelsFor } from '../labels/labels.ts';
import type { ConversationTurn } from './address.ts';
import { conversationPath } from './address.ts';
import { answerForm, type FormOutcome } from './answer-form.ts';
import { readConversationForm } from './conversation-form.ts';
import { conversationWriter } from './write-conversation.ts';

/** Answers a form that was sent to an article's page; null when the request is none. */
export async function answerConversationPost(
  request: Request,
  ask: Ask,
  article: Pick<ArticleView, 'id' | 'slug' | 'language'>,
  turn: ConversationTurn,
): Promise<FormOutcome | null> {
  if (request.method !== 'POST') return null;
  const data = await request.formData().catch(() => null);
  const form = data && readConversationForm(data);
  const { id, slug, language } = article;
  if (!form) return { kind: 'go', to: conversationPath(slug, {}, 'conversation') };
  const labels = labelsFor(language);
  return answerForm(form, { writer: conversationWriter(ask, id, language, labels), labels, slug, turn });
}
