DROP INDEX "articles"."articles_pictures";--> statement-breakpoint
CREATE INDEX "articles_pictures" ON "articles"."articles" USING gin (jsonb_path_query_array("body", '$.**.imageId'));