CREATE TABLE "media"."images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"mime_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"caption" text,
	"alt_text" text,
	"credit" text,
	"creator" text,
	"source" text,
	"copyright_notice" text,
	"usage_terms" text,
	"captured_at" timestamp (3) with time zone,
	"location" text,
	"keywords" text[] NOT NULL,
	"origins" jsonb NOT NULL,
	"focal_x" double precision DEFAULT 0.5 NOT NULL,
	"focal_y" double precision DEFAULT 0.5 NOT NULL,
	"placeholder" text NOT NULL,
	"dominant_colour" text NOT NULL,
	"search_text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "images_digest_unique" UNIQUE("digest"),
	CONSTRAINT "images_focal_point" CHECK ("media"."images"."focal_x" between 0 and 1 and "media"."images"."focal_y" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "media"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "media"."uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mime_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"file_name" text,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"image_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "media"."uploads" ADD CONSTRAINT "uploads_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "media"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "images_listed" ON "media"."images" USING btree ("created_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "images_search" ON "media"."images" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "uploads_expires" ON "media"."uploads" USING btree ("expires_at");