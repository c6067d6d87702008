-- The last number given to a change. One row.
CREATE TABLE sequence (last INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);

-- Ids of products in short, known to the shop or only named by an event or a review.
CREATE TABLE product_key (
  ref INTEGER PRIMARY KEY,
  id  TEXT NOT NULL UNIQUE
);

-- json is NULL when the product was deleted: its number stays its own.
CREATE TABLE product (
  ref      INTEGER PRIMARY KEY,
  number   INTEGER NOT NULL UNIQUE,
  sequence INTEGER NOT NULL UNIQUE,
  json     TEXT
);

-- Ids of users (kind 0) and sessions (kind 1) in short. Of a session that a user was seen in,
-- linked is that user; 0 when there were several.
CREATE TABLE person (
  ref    INTEGER PRIMARY KEY,
  kind   INTEGER NOT NULL,
  id     TEXT NOT NULL,
  linked INTEGER,
  UNIQUE (kind, id)
);
CREATE INDEX person_linked ON person (linked) WHERE linked IS NOT NULL;

-- id_hash stands for id in the index, which would be as large as the table otherwise; ids are unique.
-- owner is the user where there is one, otherwise the session; session is given beside a user only.
-- value has no type so that numbers stay bit for bit; time is in nanoseconds since 1970.
CREATE TABLE event (
  sequence INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  id_hash  INTEGER NOT NULL,
  type     INTEGER NOT NULL,
  owner    INTEGER NOT NULL,
  session  INTEGER,
  product  INTEGER,
  quantity INTEGER NOT NULL,
  value,
  time     INTEGER NOT NULL,
  query    TEXT,
  query_id TEXT,
  position INTEGER
);
CREATE INDEX event_history ON event (owner, time);
CREATE INDEX event_id_hash ON event (id_hash);

-- title is NULL when the review was deleted; time is in seconds since 1970 and nanoseconds.
CREATE TABLE review (
  ref      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL UNIQUE,
  product  INTEGER NOT NULL,
  user     INTEGER,
  stars,
  title    TEXT,
  text     TEXT,
  seconds  INTEGER,
  nanos    INTEGER
);
CREATE INDEX review_product ON review (product, seconds, nanos);
CREATE INDEX review_user ON review (user, seconds, nanos) WHERE user IS NOT NULL;

-- When somebody was forgotten; not who.
CREATE TABLE forgotten (sequence INTEGER PRIMARY KEY);

-- json is NULL when the document was deleted.
CREATE TABLE document (
  kind     TEXT NOT NULL,
  id       TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  json     TEXT,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE generation (
  number     INTEGER PRIMARY KEY,
  state      TEXT NOT NULL,
  created_at TEXT NOT NULL,
  activated  INTEGER NOT NULL,
  figures    TEXT NOT NULL
);

CREATE TABLE state (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
