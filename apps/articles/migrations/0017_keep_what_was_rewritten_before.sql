-- Whose a field is was not written down until now: it is his who changed it last. What the supplier said of it is not known.
INSERT INTO "articles"."kept_fields" ("article_id", "field", "supplied")
SELECT last."article_id", last."field", '{}'
FROM (
	SELECT DISTINCT ON (r."article_id", split_part(c."path", '.', 1))
		r."article_id", split_part(c."path", '.', 1) AS "field", r."author", a."source_name"
	FROM "articles"."articles" a
	JOIN "articles"."revisions" r ON r."article_id" = a."id"
	CROSS JOIN LATERAL jsonb_to_recordset(r."changes") AS c("path" text)
	WHERE a."source_name" IS NOT NULL AND a."revision" > 1
	ORDER BY r."article_id", split_part(c."path", '.', 1), r."number" DESC
) last
WHERE last."author" <> last."source_name" AND last."field" IN (
	'slug', 'language', 'timeZone', 'kicker', 'headline', 'standfirst', 'dateline', 'body', 'sectionId', 'urgency',
	'copyrightNotice', 'usageTerms', 'isAccessibleForFree', 'bylines', 'topicIds')
ON CONFLICT DO NOTHING;
