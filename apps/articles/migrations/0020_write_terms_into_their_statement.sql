-- A term is some microseconds of hashing, and a story has a dozen. Declared as stable as convert_to is, which it calls, its body
-- is written into the statement that asks for it; before, it was run as a statement of its own, for three times as long.
ALTER FUNCTION "articles"."term_key"(text) STABLE;
