-- A bulk import writes hundreds of stories in a statement: their terms are written in one too, those of words when the
-- stories come, those of topics when their topics do. Row by row they were most of an import's work.
DROP TRIGGER "related_terms_of_new" ON "articles"."articles";
--> statement-breakpoint
DROP TRIGGER "related_terms_of_changed" ON "articles"."articles";
--> statement-breakpoint
DROP TRIGGER "related_terms_of_new_topics" ON "articles"."article_topics";
--> statement-breakpoint
DROP TRIGGER "related_terms_of_old_topics" ON "articles"."article_topics";
--> statement-breakpoint
DROP FUNCTION "articles"."keep_related_terms"();
--> statement-breakpoint
DROP FUNCTION "articles"."keep_related_topics"();
--> statement-breakpoint
CREATE FUNCTION "articles"."add_related_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles.related_terms (term, listed_at, article_id)
    SELECT articles.term_key('word ' || split_part(lower(language), '-', 1) || ' ' || word), listed_at, id
      FROM added CROSS JOIN LATERAL articles.headline_words(language, headline)
      WHERE status = 'PUBLISHED'
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "related_words_of_new" AFTER INSERT ON "articles"."articles" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."add_related_words"();
--> statement-breakpoint
CREATE FUNCTION "articles"."rewrite_related_terms"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids constant uuid[] := ARRAY(
    SELECT after.id FROM after JOIN before ON before.id = after.id
      WHERE before.status <> after.status OR (after.status = 'PUBLISHED' AND
        (before.listed_at, before.language, before.headline) IS DISTINCT FROM (after.listed_at, after.language, after.headline)));
BEGIN
  IF cardinality(ids) > 0 THEN PERFORM articles.write_related_terms(ids); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_changed" AFTER UPDATE ON "articles"."articles" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."rewrite_related_terms"();
--> statement-breakpoint
-- Of a topic as related_terms_of tells them: in the article's language, and in any. The first twenty count.
CREATE FUNCTION "articles"."topic_terms"(topic_id uuid, language text) RETURNS TABLE (term bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  VALUES (articles.term_key('topic ' || topic_id)),
    (articles.term_key('topic ' || topic_id || ' ' || split_part(lower(language), '-', 1)))
$$;
--> statement-breakpoint
CREATE FUNCTION "articles"."add_related_topics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles.related_terms (term, listed_at, article_id)
    SELECT term, a.listed_at, a.id
      FROM added JOIN articles.articles a ON a.id = added.article_id AND a.status = 'PUBLISHED'
      CROSS JOIN LATERAL articles.topic_terms(added.topic_id, a.language)
      WHERE added.position < 20
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_new_topics" AFTER INSERT ON "articles"."article_topics" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."add_related_topics"();
--> statement-breakpoint
CREATE FUNCTION "articles"."drop_related_topics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM articles.related_terms held
    USING gone JOIN articles.articles a ON a.id = gone.article_id
      CROSS JOIN LATERAL articles.topic_terms(gone.topic_id, a.language) of_gone
    WHERE held.article_id = a.id AND held.term = of_gone.term;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_old_topics" AFTER DELETE ON "articles"."article_topics" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."drop_related_topics"();
