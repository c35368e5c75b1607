-- Most threads are short, and a few hold nearly everything that is said. By the average the planner reads a whole thread and
-- sorts it to show one page. Told that an article has some two thousand comments, it walks the index and stops after the page,
-- which is as good for short threads. Measured with 2 200 comments in a thread: 0.03 ms a page in place of 2.4 ms.
ALTER TABLE "comments"."comments" ALTER COLUMN "article_id" SET (n_distinct = -0.0005);
