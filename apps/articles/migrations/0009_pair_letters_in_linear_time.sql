-- In time that grows with the text: a letter of a text is not looked for from its beginning each time.
CREATE OR REPLACE FUNCTION "articles"."search_pairs"(run text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT string_agg(pair, ' ' ORDER BY at) FROM (
    SELECT at, letter || lead(letter, 1, '') OVER (ORDER BY at) AS pair FROM string_to_table(run, NULL) WITH ORDINALITY AS letters (letter, at)
  ) pairs
$$;
--> statement-breakpoint
-- The cells of a table once: jsonpath's lax mode finds those of inner lists twice.
CREATE OR REPLACE FUNCTION "articles"."search_body_text"(body jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
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
        (SELECT string_agg(cell #>> '{}', E'\t') FROM jsonb_path_query(jsonb_build_array(element -> 'head', element -> 'rows'), 'strict $.** ? (@.type() == "string")') cell)
      WHEN 'liveEntry' THEN concat(element ->> 'headline', E'\n', articles.search_body_text(element -> 'body'))
    END, '');
  END LOOP;
  RETURN words;
END $$;
--> statement-breakpoint
SELECT count("articles"."write_article_search"(a)) FROM "articles"."articles" a
  WHERE "body" @> '[{"kind": "table"}]' OR split_part(lower("language"), '-', 1) IN ('ja', 'zh', 'ko', 'th', 'lo', 'km', 'my');
