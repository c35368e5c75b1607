-- Articles from before there were revisions and a change feed: what stands is their first revision, and what readers see was told.
INSERT INTO "articles"."revisions" ("article_id", "number", "created_at", "author", "snapshot", "changes")
SELECT a."id", a."revision", a."updated_at", NULL,
	jsonb_build_object(
		'slug', a."slug", 'language', a."language", 'timeZone', a."time_zone", 'kicker', a."kicker", 'headline', a."headline",
		'standfirst', a."standfirst", 'dateline', a."dateline", 'body', a."body", 'sectionId', a."section_id",
		'urgency', a."urgency", 'copyrightNotice', a."copyright_notice", 'usageTerms', a."usage_terms",
		'bylines', coalesce((
			SELECT jsonb_agg(jsonb_build_object('name', b."name", 'role', b."role", 'contributorId', b."contributor_id") ORDER BY b."position")
			FROM "articles"."article_bylines" b WHERE b."article_id" = a."id"), '[]'),
		'topicIds', coalesce((
			SELECT jsonb_agg(t."topic_id" ORDER BY t."position")
			FROM "articles"."article_topics" t WHERE t."article_id" = a."id"), '[]'),
		'embargoedUntil', to_char(a."embargoed_until" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
	'[]'
FROM "articles"."articles" a
WHERE NOT EXISTS (SELECT FROM "articles"."revisions" r WHERE r."article_id" = a."id");
--> statement-breakpoint
INSERT INTO "articles"."article_changes" ("kind", "at", "article_id", "revision")
SELECT 'PUBLISHED', a."published_at", a."id", a."revision"
FROM "articles"."articles" a
WHERE a."status" = 'PUBLISHED' AND NOT EXISTS (SELECT FROM "articles"."article_changes" c WHERE c."article_id" = a."id")
ORDER BY a."published_at", a."id";
