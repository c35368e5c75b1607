-- Arabic: what was folded to a final heh is handed to the stemmer as the teh marbuta that it knows: 'المدرسه' and 'مدرسة' share a stem.
CREATE FUNCTION "articles"."search_stemmable"(config regconfig, words text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN config = 'articles.search_arabic'::regconfig
    THEN regexp_replace(words COLLATE pg_catalog.pg_c_utf8, 'ه(?![\u0620-\u06d3])', 'ة', 'g') ELSE words END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "articles"."search_vector"(config regconfig, headline text, lead text, body text, dateline text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector(config, articles.search_stemmable(config, headline)), 'A')
    || setweight(to_tsvector(config, articles.search_stemmable(config, lead)), 'B')
    || setweight(to_tsvector(config, articles.search_stemmable(config, body)), 'C')
    || setweight(to_tsvector(config, articles.search_stemmable(config, dateline)), 'D')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "articles"."search_term"(kind text, given text, language text, stops boolean) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  spaceless constant text := '[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]';
  normal text COLLATE pg_catalog.pg_c_utf8 := articles.search_normal(given);
  prefix boolean := kind = 'prefix';
  config regconfig;
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
  config := CASE WHEN kind = 'word' AND NOT prefix THEN articles.search_config(language) ELSE 'articles.search_simple'::regconfig END;
  term := phraseto_tsquery(config, articles.search_stemmable(config, normal));
  RETURN CASE WHEN prefix THEN (term::text || ':*')::tsquery ELSE term END;
END $$;
--> statement-breakpoint
SELECT count("articles"."write_article_search"(a)) FROM "articles"."articles" a WHERE "articles"."search_stemmer"(a.language) = 'arabic';
