CREATE TYPE "articles"."article_change_kind" AS ENUM('PUBLISHED', 'UPDATED', 'CORRECTED', 'WITHDRAWN');--> statement-breakpoint
CREATE TABLE "articles"."article_changes" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles"."article_changes_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "articles"."article_change_kind" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"article_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "articles"."front_containers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"front_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"display" text NOT NULL,
	"fill" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles"."front_pins" (
	"container_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "front_pins_container_id_article_id_pk" PRIMARY KEY("container_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "articles"."fronts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fronts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "articles"."import_failures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"place" text NOT NULL,
	"format" text,
	"reason" text NOT NULL,
	"payload" text,
	"attempts" integer DEFAULT 1 NOT NULL,
	"first_failed_at" timestamp (3) with time zone NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_failures_place" UNIQUE("file","place")
);
--> statement-breakpoint
CREATE TABLE "articles"."import_kills" (
	"source_name" text NOT NULL,
	"source_id" text NOT NULL,
	"source_version" bigint,
	"source_version_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_kills_source_name_source_id_pk" PRIMARY KEY("source_name","source_id")
);
--> statement-breakpoint
CREATE TABLE "articles"."revisions" (
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"author" text,
	"snapshot" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "revisions_article_id_number_pk" PRIMARY KEY("article_id","number")
);
--> statement-breakpoint
CREATE TABLE "articles"."supplied_pictures" (
	"source_name" text NOT NULL,
	"reference" text NOT NULL,
	"image_id" uuid NOT NULL,
	CONSTRAINT "supplied_pictures_source_name_reference_pk" PRIMARY KEY("source_name","reference")
);
--> statement-breakpoint
CREATE TABLE "articles"."wanted_pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"source_name" text NOT NULL,
	"reference" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_reason" text,
	"wanted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wanted_pictures_element" UNIQUE("article_id","element_id")
);
--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "source_version" bigint;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "source_version_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "scheduled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "embargoed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD COLUMN "translation_group_id" uuid;--> statement-breakpoint
ALTER TABLE "articles"."article_changes" ADD CONSTRAINT "article_changes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."front_containers" ADD CONSTRAINT "front_containers_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "articles"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."front_pins" ADD CONSTRAINT "front_pins_container_id_front_containers_id_fk" FOREIGN KEY ("container_id") REFERENCES "articles"."front_containers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."front_pins" ADD CONSTRAINT "front_pins_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."wanted_pictures" ADD CONSTRAINT "wanted_pictures_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_changes_article" ON "articles"."article_changes" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "front_containers_front" ON "articles"."front_containers" USING btree ("front_id","position");--> statement-breakpoint
CREATE INDEX "front_pins_article" ON "articles"."front_pins" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "wanted_pictures_reference" ON "articles"."wanted_pictures" USING btree ("source_name","reference");--> statement-breakpoint
CREATE INDEX "articles_translations" ON "articles"."articles" USING btree ("translation_group_id") WHERE "articles"."articles"."translation_group_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_scheduled" ON "articles"."articles" USING btree ("scheduled_at") WHERE "articles"."articles"."status" = 'SCHEDULED';--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_embargo" CHECK ("articles"."articles"."status" <> 'PUBLISHED' or "articles"."articles"."embargoed_until" is null or "articles"."articles"."embargoed_until" <= "articles"."articles"."published_at");--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_published" CHECK ("articles"."articles"."status" <> 'PUBLISHED' or "articles"."articles"."published_at" is not null);--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_scheduled_at" CHECK (("articles"."articles"."status" = 'SCHEDULED') = ("articles"."articles"."scheduled_at" is not null));--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_scheduled_embargo" CHECK ("articles"."articles"."scheduled_at" >= "articles"."articles"."embargoed_until");--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_withdrawn" CHECK (("articles"."articles"."status" = 'WITHDRAWN') = ("articles"."articles"."withdrawn_at" is not null and "articles"."articles"."withdrawal_reason" is not null));--> statement-breakpoint
-- What readers see already begins the change feed, and what editors wrote so far the history.
INSERT INTO "articles"."article_changes" ("kind", "at", "article_id", "revision")
SELECT 'PUBLISHED', "published_at", "id", "revision" FROM "articles"."articles" WHERE "status" = 'PUBLISHED' ORDER BY "published_at", "id";--> statement-breakpoint
INSERT INTO "articles"."revisions" ("article_id", "number", "created_at", "snapshot", "changes")
SELECT a."id", a."revision", a."updated_at", jsonb_build_object(
  'slug', a."slug", 'language', a."language", 'timeZone', a."time_zone", 'kicker', a."kicker", 'headline', a."headline",
  'standfirst', a."standfirst", 'dateline', a."dateline", 'body', a."body", 'sectionId', a."section_id", 'urgency', a."urgency",
  'copyrightNotice', a."copyright_notice", 'usageTerms', a."usage_terms", 'embargoedUntil', null,
  'bylines', coalesce((SELECT jsonb_agg(jsonb_build_object('name', b."name", 'role', b."role", 'contributorId', b."contributor_id") ORDER BY b."position")
    FROM "articles"."article_bylines" b WHERE b."article_id" = a."id"), '[]'),
  'topicIds', coalesce((SELECT jsonb_agg(t."topic_id" ORDER BY t."position") FROM "articles"."article_topics" t WHERE t."article_id" = a."id"), '[]')
), '[]' FROM "articles"."articles" a;
