ALTER TABLE "articles"."articles" ADD COLUMN "source_embargoed_until" timestamp (3) with time zone;--> statement-breakpoint
-- Whose an embargo was is not known: until now a supplier's next version always wrote over it.
UPDATE "articles"."articles" SET "source_embargoed_until" = "embargoed_until" WHERE "source_name" IS NOT NULL AND "embargoed_until" IS NOT NULL;
