import type { APIRoute } from 'astro';
import { readerCookie } from '../sign-in/reader-cookie.ts';
import { returnPath } from '../sign-in/return-path.ts';

export const POST: APIRoute = async ({ request, cookies, redirect }) => {
  const data = await request.formData().catch(() => new FormData());
  cookies.delete(readerCookie, { path: '/' });
  return redirect(returnPath(data.get('return')?.toString()), 303);
};
