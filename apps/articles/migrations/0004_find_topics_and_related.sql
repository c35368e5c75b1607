-- A title as it is looked for: no case, no accents, no niqqud, harakat or tatweel. The same on every server: it names its
-- collation, and unaccent's dictionary, which makes it safe to be indexed.
CREATE FUNCTION "articles"."fold_title"(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent', regexp_replace(normalize(title, NFKD), '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]', '', 'g')) COLLATE pg_catalog.pg_c_utf8)
$$;
--> statement-breakpoint
CREATE TABLE "articles"."related_terms" (
	"term" bigint NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"article_id" uuid NOT NULL,
	CONSTRAINT "related_terms_term_listed_at_article_id_pk" PRIMARY KEY("term","listed_at","article_id")
);
--> statement-breakpoint
ALTER TABLE "articles"."related_terms" ADD CONSTRAINT "related_terms_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "related_terms_article" ON "articles"."related_terms" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "topics_title" ON "articles"."topics" USING btree ("title","id");--> statement-breakpoint
CREATE INDEX "topics_match" ON "articles"."topics" USING gin (articles.fold_title("title") public.gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "topics_media_topic" ON "articles"."topics" USING btree ("media_topic");
--> statement-breakpoint
-- A term as a number: eight bytes in an index where its text would take forty.
CREATE FUNCTION "articles"."term_key"(term text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ('x' || left(encode(sha256(convert_to(term, 'UTF8')), 'hex'), 16))::bit(64)::bigint
$$;
--> statement-breakpoint
-- The words of a headline by the rules of its language, without those that say nothing where Postgres knows them.
CREATE FUNCTION "articles"."headline_words"(language text, headline text) RETURNS TABLE (word text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lexeme FROM unnest(tsvector_to_array(to_tsvector(
    CASE split_part(lower(language), '-', 1)
      WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig WHEN 'de' THEN 'pg_catalog.german'::regconfig
      WHEN 'en' THEN 'pg_catalog.english'::regconfig WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
      WHEN 'fr' THEN 'pg_catalog.french'::regconfig WHEN 'it' THEN 'pg_catalog.italian'::regconfig
      WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
      WHEN 'ru' THEN 'pg_catalog.russian'::regconfig WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
      ELSE 'pg_catalog.simple'::regconfig
    END, headline))) lexeme
  WHERE length(lexeme) BETWEEN 2 AND 60
$$;
--> statement-breakpoint
-- What an article may be found by as related. base: whose rarity counts, and what one match is counted once for.
-- kind 0: a word of the headline, in its language. 1: a topic, in the article's language. 2: a topic, in any.
CREATE FUNCTION "articles"."related_terms_of"(id uuid, language text, headline text)
RETURNS TABLE (term bigint, base bigint, kind smallint) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT key, key, 0::smallint
    FROM articles.headline_words(language, headline)
    CROSS JOIN LATERAL articles.term_key('word ' || split_part(lower(language), '-', 1) || ' ' || word) key
  UNION ALL
  SELECT CASE kind WHEN 1 THEN articles.term_key('topic ' || topic_id || ' ' || split_part(lower(language), '-', 1)) ELSE any_language END,
         any_language, kind::smallint
    FROM (SELECT topic_id FROM articles.article_topics WHERE article_id = related_terms_of.id ORDER BY position LIMIT 20) about
    CROSS JOIN LATERAL articles.term_key('topic ' || topic_id) any_language
    CROSS JOIN generate_series(1, 2) kind
$$;
--> statement-breakpoint
CREATE FUNCTION "articles"."write_related_terms"(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM articles.related_terms WHERE article_id = ANY (ids);
  INSERT INTO articles.related_terms (term, listed_at, article_id)
    SELECT DISTINCT found.term, a.listed_at, a.id
      FROM articles.articles a CROSS JOIN LATERAL articles.related_terms_of(a.id, a.language, a.headline) found
      WHERE a.id = ANY (ids) AND a.status = 'PUBLISHED'
$$;
--> statement-breakpoint
CREATE FUNCTION "articles"."keep_related_terms"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM articles.write_related_terms(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "articles"."keep_related_topics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM articles.write_related_terms(ARRAY(SELECT DISTINCT article_id FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_new" AFTER INSERT ON "articles"."articles" FOR EACH ROW
  WHEN (NEW.status = 'PUBLISHED') EXECUTE FUNCTION "articles"."keep_related_terms"();
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_changed" AFTER UPDATE ON "articles"."articles" FOR EACH ROW
  WHEN (OLD.status <> NEW.status OR (NEW.status = 'PUBLISHED' AND
    (OLD.listed_at, OLD.language, OLD.headline) IS DISTINCT FROM (NEW.listed_at, NEW.language, NEW.headline)))
  EXECUTE FUNCTION "articles"."keep_related_terms"();
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_new_topics" AFTER INSERT ON "articles"."article_topics" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."keep_related_topics"();
--> statement-breakpoint
CREATE TRIGGER "related_terms_of_old_topics" AFTER DELETE ON "articles"."article_topics" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "articles"."keep_related_topics"();
--> statement-breakpoint
SELECT "articles"."write_related_terms"(ARRAY(SELECT "id" FROM "articles"."articles" WHERE "status" = 'PUBLISHED'));
