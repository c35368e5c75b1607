import { pgSchema } from 'drizzle-orm/pg-core';

export const articlesSchema = pgSchema('articles');
