CREATE TYPE "articles"."article_status" AS ENUM('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN');--> statement-breakpoint
CREATE TYPE "articles"."topic_kind" AS ENUM('SUBJECT', 'PERSON', 'ORGANISATION', 'PLACE', 'EVENT');--> statement-breakpoint
CREATE TABLE "articles"."article_bylines" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"contributor_id" uuid,
	CONSTRAINT "article_bylines_article_id_position_pk" PRIMARY KEY("article_id","position")
);
--> statement-breakpoint
CREATE TABLE "articles"."article_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles"."article_topics" (
	"article_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "article_topics_article_id_topic_id_pk" PRIMARY KEY("article_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "articles"."articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"kicker" text,
	"headline" text NOT NULL,
	"standfirst" text,
	"dateline" text,
	"body" jsonb NOT NULL,
	"word_count" integer NOT NULL,
	"section_id" uuid,
	"urgency" smallint NOT NULL,
	"status" "articles"."article_status" DEFAULT 'DRAFT' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"copyright_notice" text,
	"usage_terms" text,
	"source_name" text,
	"source_id" text,
	"source_url" text,
	"source_format" text,
	"source_received_at" timestamp (3) with time zone,
	"source_digest" text,
	"first_published_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"listed_at" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(published_at, created_at)) STORED NOT NULL,
	CONSTRAINT "articles_slug_unique" UNIQUE("slug"),
	CONSTRAINT "articles_urgency" CHECK ("articles"."articles"."urgency" between 1 and 8)
);
--> statement-breakpoint
CREATE TABLE "articles"."consumer_positions" (
	"consumer" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles"."contributors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"job_title" text,
	"bio" text,
	"portrait_image_id" uuid,
	CONSTRAINT "contributors_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "articles"."corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"note" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles"."image_texts" (
	"image_id" uuid PRIMARY KEY NOT NULL,
	"caption" text,
	"alt_text" text,
	"credit" text
);
--> statement-breakpoint
CREATE TABLE "articles"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "articles"."parked_events" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"event" jsonb NOT NULL,
	"reason" text NOT NULL,
	"parked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parked_events_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "articles"."sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	CONSTRAINT "sections_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "articles"."topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"kind" "articles"."topic_kind" NOT NULL,
	"media_topic" text,
	CONSTRAINT "topics_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD CONSTRAINT "article_bylines_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."article_bylines" ADD CONSTRAINT "article_bylines_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "articles"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."article_slugs" ADD CONSTRAINT "article_slugs_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD CONSTRAINT "article_topics_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."article_topics" ADD CONSTRAINT "article_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "articles"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "articles"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."corrections" ADD CONSTRAINT "corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles"."sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "articles"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_bylines_contributor" ON "articles"."article_bylines" USING btree ("contributor_id","article_id");--> statement-breakpoint
CREATE INDEX "article_topics_topic" ON "articles"."article_topics" USING btree ("topic_id","article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_source" ON "articles"."articles" USING btree ("source_name","source_id");--> statement-breakpoint
CREATE INDEX "articles_listed" ON "articles"."articles" USING btree ("status","listed_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "articles_section" ON "articles"."articles" USING btree ("section_id","status","listed_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "articles_language" ON "articles"."articles" USING btree ("language","status","listed_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "articles_updated" ON "articles"."articles" USING btree ("status","updated_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "corrections_article" ON "articles"."corrections" USING btree ("article_id","published_at" desc);