-- A term is walked by its index, which lets a walk stop. Left to itself the planner guesses from an average that a term has a
-- handful of stories, and gathers all fifty thousand of a common one before it counts them.
CREATE FUNCTION "articles"."newest_of_term"(wanted bigint, most integer) RETURNS TABLE (article_id uuid, listed_at timestamptz)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 SET enable_bitmapscan = off SET enable_sort = off SET enable_seqscan = off AS $$
  SELECT article_id, listed_at FROM articles.related_terms WHERE term = wanted ORDER BY listed_at DESC, article_id DESC LIMIT most
$$;
--> statement-breakpoint
-- How many stories have a term; nobody counts beyond `most`.
CREATE FUNCTION "articles"."count_of_term"(wanted bigint, most integer) RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE SET enable_bitmapscan = off SET enable_sort = off SET enable_seqscan = off AS $$
  SELECT count(*) FROM (
    SELECT FROM articles.related_terms WHERE term = wanted ORDER BY listed_at DESC, article_id DESC LIMIT most
  ) counted
$$;
