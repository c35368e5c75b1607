CREATE TABLE "articles"."kept_fields" (
	"article_id" uuid NOT NULL,
	"field" text NOT NULL,
	"supplied" jsonb NOT NULL,
	CONSTRAINT "kept_fields_article_id_field_pk" PRIMARY KEY("article_id","field")
);
--> statement-breakpoint
ALTER TABLE "articles"."kept_fields" ADD CONSTRAINT "kept_fields_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"."articles"("id") ON DELETE cascade ON UPDATE no action;