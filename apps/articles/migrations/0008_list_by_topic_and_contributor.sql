DROP INDEX "articles"."articles_listed";--> statement-breakpoint
DROP INDEX "articles"."articles_section";--> statement-breakpoint
DROP INDEX "articles"."articles_language";--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "status" "articles"."article_status";--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "listed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "urgency" smallint;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "status" "articles"."article_status";--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "listed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "urgency" smallint;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "article_bylines_listed" ON "articles"."article_bylines" USING btree ("contributor_id","status","listed_at" desc,"article_id" desc,"language","section_id","urgency","published_at","updated_at");--> statement-breakpoint
CREATE INDEX "article_topics_listed" ON "articles"."article_topics" USING btree ("topic_id","status","listed_at" desc,"article_id" desc,"language","section_id","urgency","published_at","updated_at");--> statement-breakpoint
CREATE INDEX "articles_listed" ON "articles"."articles" USING btree ("status","listed_at" desc,"id" desc,"language","section_id","urgency","published_at","updated_at");--> statement-breakpoint
CREATE INDEX "articles_section" ON "articles"."articles" USING btree ("section_id","status","listed_at" desc,"id" desc,"language","urgency","published_at","updated_at");--> statement-breakpoint
CREATE INDEX "articles_language" ON "articles"."articles" USING btree ("language","status","listed_at" desc,"id" desc,"section_id","urgency","published_at","updated_at");--> statement-breakpoint
-- A new link takes over what its article says.
CREATE FUNCTION "articles"."take_listing_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT status, listed_at, language, section_id, urgency, published_at, updated_at
    INTO NEW.status, NEW.listed_at, NEW.language, NEW.section_id, NEW.urgency, NEW.published_at, NEW.updated_at
    FROM articles.articles WHERE id = NEW.article_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "article_topics_facts" BEFORE INSERT ON "articles"."article_topics" FOR EACH ROW EXECUTE FUNCTION "articles"."take_listing_facts"();
--> statement-breakpoint
CREATE TRIGGER "article_bylines_facts" BEFORE INSERT ON "articles"."article_bylines" FOR EACH ROW EXECUTE FUNCTION "articles"."take_listing_facts"();
--> statement-breakpoint
-- And follows it. After the row is written, so that generated columns are there.
CREATE FUNCTION "articles"."keep_listing_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE articles.article_topics SET
    (status, listed_at, language, section_id, urgency, published_at, updated_at) =
    (NEW.status, NEW.listed_at, NEW.language, NEW.section_id, NEW.urgency, NEW.published_at, NEW.updated_at)
    WHERE article_id = NEW.id;
  UPDATE articles.article_bylines SET
    (status, listed_at, language, section_id, urgency, published_at, updated_at) =
    (NEW.status, NEW.listed_at, NEW.language, NEW.section_id, NEW.urgency, NEW.published_at, NEW.updated_at)
    WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "listing_facts_of_changed" AFTER UPDATE ON "articles"."articles" FOR EACH ROW
  WHEN ((OLD.status, OLD.listed_at, OLD.language, OLD.section_id, OLD.urgency, OLD.published_at, OLD.updated_at)
    IS DISTINCT FROM (NEW.status, NEW.listed_at, NEW.language, NEW.section_id, NEW.urgency, NEW.published_at, NEW.updated_at))
  EXECUTE FUNCTION "articles"."keep_listing_facts"();
--> statement-breakpoint
UPDATE "articles"."article_topics" link SET
  (status, listed_at, language, section_id, urgency, published_at, updated_at) =
  (a.status, a.listed_at, a.language, a.section_id, a.urgency, a.published_at, a.updated_at)
  FROM "articles"."articles" a WHERE a.id = link.article_id;
--> statement-breakpoint
UPDATE "articles"."article_bylines" link SET
  (status, listed_at, language, section_id, urgency, published_at, updated_at) =
  (a.status, a.listed_at, a.language, a.section_id, a.urgency, a.published_at, a.updated_at)
  FROM "articles"."articles" a WHERE a.id = link.article_id;
