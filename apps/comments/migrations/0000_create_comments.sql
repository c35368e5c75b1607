CREATE TYPE "comments"."comment_status" AS ENUM('PUBLISHED', 'APPROVED', 'PENDING', 'REJECTED', 'WITHHELD', 'DELETED');--> statement-breakpoint
CREATE TYPE "comments"."commenter_role" AS ENUM('READER', 'STAFF', 'MODERATOR');--> statement-breakpoint
CREATE TYPE "comments"."thread_state" AS ENUM('OPEN', 'PREMODERATED', 'CLOSED', 'DISABLED');--> statement-breakpoint
CREATE TABLE "comments"."commenters" (
	"id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"role" "comments"."commenter_role" NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"recent_posts" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments"."comments" (
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"parent_id" uuid,
	"ancestor_ids" uuid[] DEFAULT '{}' NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"status" "comments"."comment_status" DEFAULT 'PUBLISHED' NOT NULL,
	"reply_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"listed" boolean GENERATED ALWAYS AS (status in ('PUBLISHED', 'APPROVED') or (status = 'DELETED' and reply_count > 0)) STORED NOT NULL,
	CONSTRAINT "comments_article_id_id_pk" PRIMARY KEY("article_id","id"),
	CONSTRAINT "comments_number" UNIQUE("article_id","number"),
	CONSTRAINT "comments_tombstone_is_empty" CHECK (("comments"."comments"."status" = 'DELETED') = ("comments"."comments"."author_id" is null) and ("comments"."comments"."status" <> 'DELETED' or "comments"."comments"."body" = '')),
	CONSTRAINT "comments_reply_count" CHECK ("comments"."comments"."reply_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "comments"."consumer_positions" (
	"consumer" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments"."drafts" (
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"viewer_id" text NOT NULL,
	"parent_id" uuid,
	"body" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_article_id_id_pk" PRIMARY KEY("article_id","id"),
	CONSTRAINT "drafts_target" UNIQUE NULLS NOT DISTINCT("article_id","viewer_id","parent_id")
);
--> statement-breakpoint
CREATE TABLE "comments"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "comments"."parked_events" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"event" jsonb NOT NULL,
	"reason" text NOT NULL,
	"parked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parked_events_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "comments"."threads" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"state" "comments"."thread_state" DEFAULT 'OPEN' NOT NULL,
	"because" text DEFAULT 'OPEN' NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "threads_comment_count" CHECK ("comments"."threads"."comment_count" between 0 and "comments"."threads"."next_number" - 1)
);
--> statement-breakpoint
ALTER TABLE "comments"."comments" ADD CONSTRAINT "comments_article_id_threads_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "comments"."threads"("article_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments"."comments" ADD CONSTRAINT "comments_author_id_commenters_id_fk" FOREIGN KEY ("author_id") REFERENCES "comments"."commenters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments"."comments" ADD CONSTRAINT "comments_article_id_parent_id_comments_article_id_id_fk" FOREIGN KEY ("article_id","parent_id") REFERENCES "comments"."comments"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments"."drafts" ADD CONSTRAINT "drafts_article_id_threads_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "comments"."threads"("article_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_top_level" ON "comments"."comments" USING btree ("article_id","number") WHERE listed and parent_id is null;--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments"."comments" USING btree ("article_id","parent_id","number") WHERE listed and parent_id is not null;--> statement-breakpoint
CREATE INDEX "comments_id" ON "comments"."comments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments"."comments" USING btree ("article_id","author_id","created_at");--> statement-breakpoint
CREATE INDEX "drafts_viewer" ON "comments"."drafts" USING btree ("viewer_id","id");