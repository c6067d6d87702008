-- Searches of late with how much they found, not who asked; the oldest go. Time is in milliseconds
-- since 1970.
CREATE TABLE asked (
  number   INTEGER PRIMARY KEY,
  query_id TEXT NOT NULL,
  query    TEXT NOT NULL,
  found    INTEGER NOT NULL,
  time     INTEGER NOT NULL
);
CREATE INDEX asked_time ON asked (time);

-- Leads from a search to what was done with its answer.
CREATE INDEX event_query_id ON event (query_id) WHERE query_id IS NOT NULL;
