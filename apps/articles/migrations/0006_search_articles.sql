CREATE TABLE "articles"."article_search" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"status" "articles"."article_status" NOT NULL,
	"language" text NOT NULL,
	"section_id" uuid,
	"urgency" smallint NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles"."search_words" (
	"word" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles"."article_search" ADD CONSTRAINT "article_search_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_search_words" ON "articles"."article_search" USING gin ("words");--> statement-breakpoint
CREATE INDEX "article_search_listed" ON "articles"."article_search" USING btree ("status","listed_at" desc,"article_id" desc);--> statement-breakpoint
CREATE INDEX "article_search_language" ON "articles"."article_search" USING btree ("language");--> statement-breakpoint
CREATE INDEX "search_words_word" ON "articles"."search_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "search_words_similar" ON "articles"."search_words" USING gin ("word" public.gin_trgm_ops);--> statement-breakpoint
-- Which of Postgres' stemmers knows a language (BCP 47). Hebrew, Chinese, Japanese, Thai and others have none.
CREATE FUNCTION "articles"."search_stemmer"(language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque' WHEN 'ca' THEN 'catalan'
    WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch' WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish'
    WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi'
    WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish' WHEN 'it' THEN 'italian'
    WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian'
    WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
    WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
    WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' ELSE 'simple' END
$$;
--> statement-breakpoint
-- One configuration for each stemmer, none with stop words: what stands in a story can be found, also "to be or not to be".
DO $$
DECLARE
  stemmer text;
BEGIN
  CREATE TEXT SEARCH DICTIONARY articles.search_word (TEMPLATE = pg_catalog.simple);
  CREATE TEXT SEARCH CONFIGURATION articles.search_simple (PARSER = pg_catalog."default");
  ALTER TEXT SEARCH CONFIGURATION articles.search_simple
    ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat, version WITH articles.search_word;
  FOREACH stemmer IN ARRAY ARRAY['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian',
    'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'] LOOP
    EXECUTE format('CREATE TEXT SEARCH DICTIONARY articles.%I (TEMPLATE = pg_catalog.snowball, Language = %L)',
      'search_' || stemmer || '_stem', stemmer);
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION articles.%I (COPY = articles.search_simple)', 'search_' || stemmer);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION articles.%I ALTER MAPPING FOR asciiword, word WITH articles.%I',
      'search_' || stemmer, 'search_' || stemmer || '_stem');
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION "articles"."search_config"(language text) RETURNS regconfig LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ('articles.search_' || articles.search_stemmer(language))::regconfig
$$;
--> statement-breakpoint
-- The words of inline HTML, as inlineText of modules/article.
CREATE FUNCTION "articles"."search_html_text"(html text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  IF position('<' IN html) > 0 THEN
    html := regexp_replace(regexp_replace(html, '<br\s*/?>', E'\n', 'gi'), '<[^>]*>', '', 'g');
  END IF;
  IF position('&' IN html) > 0 THEN
    html := replace(replace(replace(replace(replace(replace(replace(html,
      '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&#x27;', ''''), '&nbsp;', ' '), '&amp;', '&');
  END IF;
  RETURN html;
END $$;
--> statement-breakpoint
-- The words of a body, as bodyText of modules/article: of every kind of element that has some, those in live entries too.
CREATE FUNCTION "articles"."search_body_text"(body jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  element jsonb;
  words text := '';
BEGIN
  IF jsonb_typeof(body) IS DISTINCT FROM 'array' THEN RETURN ''; END IF;
  FOR element IN SELECT jsonb_array_elements(body) LOOP
    words := words || E'\n' || coalesce(CASE element ->> 'kind'
      WHEN 'paragraph' THEN articles.search_html_text(element ->> 'html')
      WHEN 'quote' THEN articles.search_html_text(element ->> 'html')
      WHEN 'heading' THEN element ->> 'text'
      WHEN 'list' THEN articles.search_html_text(
        (SELECT string_agg(item #>> '{}', E'\n') FROM jsonb_path_query(element, '$.items[*]') item))
      WHEN 'table' THEN
        (SELECT string_agg(cell #>> '{}', E'\t') FROM jsonb_path_query(jsonb_build_array(element -> 'head', element -> 'rows'), '$.** ? (@.type() == "string")') cell)
      WHEN 'liveEntry' THEN concat(element ->> 'headline', E'\n', articles.search_body_text(element -> 'body'))
    END, '');
  END LOOP;
  RETURN words;
END $$;
--> statement-breakpoint
-- Neighbouring letters in pairs, and the last alone: how words are found in a script that does not part them.
CREATE FUNCTION "articles"."search_pairs"(run text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT string_agg(substr(run, at, 2), ' ' ORDER BY at) FROM generate_series(1, length(run)) at
$$;
--> statement-breakpoint
-- A text as it is indexed and as it is looked for: NFKC, no case, no accents, no niqqud, harakat, tatweel or invisible
-- characters; alef in one form, alef maksura as yeh, teh marbuta as heh, Persian letters as Arabic ones; digits as ASCII;
-- Hebrew acronyms in one word; all punctuation a space; pairs of letters where a script does not part its words.
-- normalise-word.ts does the same for one word: a test compares them letter by letter.
CREATE FUNCTION "articles"."search_normal"(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text COLLATE pg_catalog.pg_c_utf8 := given;
BEGIN
  IF words IS NOT NFKC NORMALIZED THEN words := normalize(words, NFKC); END IF;
  words := lower(public.unaccent('public.unaccent', lower(words)));
  IF words ~ '[^\u0001-\u007f\u2010-\u201f\u0430-\u044f]' THEN
    words := regexp_replace(words, '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]', '', 'g');
    IF words ~ '[\u03c2\u0622-\u06f9]' THEN
      words := translate(words, 'أإآٱىیکة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ς', 'ااااييكه01234567890123456789σ');
    END IF;
    IF words ~ '[\u05d0-\u05ea]' THEN
      words := regexp_replace(words, '([\u05d0-\u05ea])["''\u05f3\u05f4](?=[\u05d0-\u05ea])', '\1', 'g');
    END IF;
  END IF;
  words := regexp_replace(words, '[''\u2019]s(?![a-z0-9])', '', 'g');
  words := regexp_replace(words, '[\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u060c\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u2010-\u2029\u2030-\u205f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ufe30-\ufe6f]+', ' ', 'g');
  IF words ~ '[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]' THEN
    SELECT string_agg(CASE WHEN part ~ '^[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]'
        THEN articles.search_pairs(part) ELSE part END, ' ' ORDER BY at)
      INTO words
      FROM string_to_table(regexp_replace(left(words, 40000), '([\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+)', ' \1 ', 'g'), ' ')
        WITH ORDINALITY AS parts (part, at)
      WHERE part <> '';
  END IF;
  RETURN btrim(words);
END $$;
--> statement-breakpoint
CREATE FUNCTION "articles"."search_vector"(config regconfig, headline text, lead text, body text, dateline text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector(config, headline), 'A') || setweight(to_tsvector(config, lead), 'B')
    || setweight(to_tsvector(config, body), 'C') || setweight(to_tsvector(config, dateline), 'D')
$$;
--> statement-breakpoint
-- Writes what search knows of an article. Lengths are bounded: a tsvector holds one megabyte.
CREATE FUNCTION "articles"."write_article_search"(article articles.articles) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  config regconfig := articles.search_config(article.language);
  part constant text := chr(57344);
  parts text[] := string_to_array(articles.search_normal(concat(
    left(translate(article.headline, part, ''), 2000), part,
    left(translate(concat_ws(E'\n', article.kicker, article.standfirst), part, ''), 10000), part,
    left(translate(coalesce(article.dateline, ''), part, ''), 1000), part,
    left(translate(articles.search_body_text(article.body), part, ''), 80000))), part);
  plain tsvector := articles.search_vector('articles.search_simple', parts[1], parts[2], coalesce(parts[4], ''), parts[3]);
  words tsvector := CASE WHEN config = 'articles.search_simple'::regconfig THEN plain ELSE
    (plain::text || ' ' || articles.search_vector(config, parts[1], parts[2], coalesce(parts[4], ''), parts[3])::text)::tsvector END;
BEGIN
  INSERT INTO articles.article_search AS known
    (article_id, status, language, section_id, urgency, listed_at, published_at, updated_at, words)
    VALUES (article.id, article.status, article.language, article.section_id, article.urgency, article.listed_at,
      article.published_at, article.updated_at, words)
    ON CONFLICT (article_id) DO UPDATE SET
      (status, language, section_id, urgency, listed_at, published_at, updated_at, words) = (excluded.status, excluded.language,
        excluded.section_id, excluded.urgency, excluded.listed_at, excluded.published_at, excluded.updated_at, excluded.words);
  IF article.status = 'PUBLISHED' THEN
    INSERT INTO articles.search_words (word)
      SELECT word FROM unnest(tsvector_to_array(plain)) word
        WHERE length(word) BETWEEN 4 AND 30 AND word !~ '[0-9]'
          AND NOT EXISTS (SELECT 1 FROM articles.search_words known WHERE known.word = word.word);
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION "articles"."keep_article_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM articles.write_article_search(NEW);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "articles"."keep_article_search_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE articles.article_search SET status = NEW.status, section_id = NEW.section_id, urgency = NEW.urgency,
    listed_at = NEW.listed_at, published_at = NEW.published_at, updated_at = NEW.updated_at WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "article_search_of_new" AFTER INSERT ON "articles"."articles" FOR EACH ROW
  EXECUTE FUNCTION "articles"."keep_article_search"();
--> statement-breakpoint
CREATE TRIGGER "article_search_of_changed" AFTER UPDATE ON "articles"."articles" FOR EACH ROW
  WHEN ((OLD.id, OLD.language, OLD.kicker, OLD.headline, OLD.standfirst, OLD.dateline, OLD.body)
      IS DISTINCT FROM (NEW.id, NEW.language, NEW.kicker, NEW.headline, NEW.standfirst, NEW.dateline, NEW.body)
    OR (OLD.status <> 'PUBLISHED' AND NEW.status = 'PUBLISHED'))
  EXECUTE FUNCTION "articles"."keep_article_search"();
--> statement-breakpoint
CREATE TRIGGER "article_search_of_moved" AFTER UPDATE ON "articles"."articles" FOR EACH ROW
  WHEN ((OLD.id, OLD.language, OLD.kicker, OLD.headline, OLD.standfirst, OLD.dateline, OLD.body)
      IS NOT DISTINCT FROM (NEW.id, NEW.language, NEW.kicker, NEW.headline, NEW.standfirst, NEW.dateline, NEW.body)
    AND (OLD.status, OLD.section_id, OLD.urgency, OLD.listed_at, OLD.published_at, OLD.updated_at)
      IS DISTINCT FROM (NEW.status, NEW.section_id, NEW.urgency, NEW.listed_at, NEW.published_at, NEW.updated_at))
  EXECUTE FUNCTION "articles"."keep_article_search_facts"();
--> statement-breakpoint
-- One term of a search by the rules of one language. Null where it says nothing: a word that stops, punctuation.
CREATE FUNCTION "articles"."search_term"(kind text, given text, language text, stops boolean) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  spaceless constant text := '[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]';
  normal text COLLATE pg_catalog.pg_c_utf8 := articles.search_normal(given);
  prefix boolean := kind = 'prefix';
  term tsquery;
BEGIN
  -- Its last letter alone says no more than its last pair; a letter alone stands at the beginning of pairs.
  IF normal ~ (spaceless || '{2} ' || spaceless || '$') THEN normal := left(normal, -2);
  ELSIF normal ~ ('(^| )' || spaceless || '$') THEN prefix := true;
  END IF;
  IF kind = 'word' AND stops AND articles.search_stemmer(language) <> 'simple'
    AND length(to_tsvector(('pg_catalog.' || articles.search_stemmer(language))::regconfig, lower(given COLLATE pg_catalog.pg_c_utf8))) = 0 THEN
    RETURN NULL;
  END IF;
  IF length(to_tsvector('articles.search_simple', normal)) = 0 THEN RETURN NULL; END IF;
  term := phraseto_tsquery(CASE WHEN kind = 'word' AND NOT prefix THEN articles.search_config(language) ELSE 'articles.search_simple'::regconfig END, normal);
  RETURN CASE WHEN prefix THEN (term::text || ':*')::tsquery ELSE term END;
END $$;
--> statement-breakpoint
-- A search by the rules of one language: what must be there, and what must not. Clauses are those of search-text.ts.
CREATE FUNCTION "articles"."search_clauses"(clauses jsonb, language text, stops boolean, OUT wanted tsquery, OUT unwanted tsquery) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  clause jsonb;
  term jsonb;
  part tsquery;
  any_of tsquery;
BEGIN
  FOR clause IN SELECT jsonb_array_elements(clauses) LOOP
    any_of := NULL;
    FOR term IN SELECT jsonb_array_elements(clause -> 'anyOf') LOOP
      part := articles.search_term(term ->> 'kind', term ->> 'text', language, stops);
      any_of := CASE WHEN any_of IS NULL THEN part WHEN part IS NULL THEN any_of ELSE any_of || part END;
    END LOOP;
    IF any_of IS NULL THEN CONTINUE; END IF;
    IF (clause ->> 'excluded')::boolean THEN
      unwanted := CASE WHEN unwanted IS NULL THEN any_of ELSE unwanted || any_of END;
    ELSE
      wanted := CASE WHEN wanted IS NULL THEN any_of ELSE wanted && any_of END;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- The search by the rules of each of the languages (of all that there are, when none is given), as one query. What is
-- excluded in one language is excluded in all.
CREATE FUNCTION "articles"."search_query"(clauses jsonb, languages text[], OUT wanted tsquery, OUT unwanted tsquery) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  language text;
  known text[] := languages;
  of_one record;
  all_wanted tsquery[];
  all_unwanted tsquery[];
  part tsquery;
BEGIN
  IF known IS NULL THEN
    WITH RECURSIVE found AS (
      (SELECT s.language FROM articles.article_search s ORDER BY s.language LIMIT 1)
      UNION ALL
      SELECT (SELECT s.language FROM articles.article_search s WHERE s.language > found.language ORDER BY s.language LIMIT 1)
        FROM found WHERE found.language IS NOT NULL
    ) SELECT array_agg(found.language) INTO known FROM found WHERE found.language IS NOT NULL;
  END IF;
  FOR language IN SELECT DISTINCT ON (articles.search_stemmer(one)) one FROM unnest(known) one LOOP
    of_one := articles.search_clauses(clauses, language, true);
    IF of_one.wanted IS NULL THEN of_one := articles.search_clauses(clauses, language, false); END IF;
    IF of_one.wanted IS NOT NULL THEN all_wanted := all_wanted || of_one.wanted; END IF;
    IF of_one.unwanted IS NOT NULL THEN all_unwanted := all_unwanted || of_one.unwanted; END IF;
  END LOOP;
  FOR part IN SELECT DISTINCT one FROM unnest(all_wanted) one LOOP
    wanted := CASE WHEN wanted IS NULL THEN part ELSE wanted || part END;
  END LOOP;
  FOR part IN SELECT DISTINCT one FROM unnest(all_unwanted) one LOOP
    unwanted := CASE WHEN unwanted IS NULL THEN part ELSE unwanted || part END;
  END LOOP;
END $$;
--> statement-breakpoint
-- The words of a story, as they are indexed, that stand where a search found something: what is marked in its text.
CREATE FUNCTION "articles"."search_marks"(words tsvector, exact text[], prefixes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH each AS MATERIALIZED (SELECT lexeme, positions FROM unnest(words)),
    places AS MATERIALIZED (
      SELECT array_agg(DISTINCT place) AS found FROM each, unnest(positions) place
        WHERE lexeme = ANY (exact) OR EXISTS (SELECT 1 FROM unnest(prefixes) prefix WHERE starts_with(lexeme, prefix)))
  SELECT array_agg(lexeme) FROM each, places WHERE positions && found
$$;
--> statement-breakpoint
SELECT count("articles"."write_article_search"(a)) FROM "articles"."articles" a;
