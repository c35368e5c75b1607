import { defineMiddleware } from 'astro:middleware';

/** Pages are UTF-8, and say so where a client looks first. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8');
  return response;
});
