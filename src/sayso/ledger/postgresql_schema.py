"""The tables of a team's ledger in PostgreSQL, what guards them, and who may do what.

The same tables as in the embedded ledger (`schema`), column by column, in a schema
called sayso of one database. Whoever makes it owns the tables and is not needed for
daily work: all else goes through three roles without a login. No role may change or
remove an entry, a text or an owner; triggers refuse it even to whoever owns the tables.
"""

VERSION = 1
"""Version of what is kept for ever; a database of another one is refused."""
SCHEMA = "sayso"
LOCK = 0x53617973
"""Number of the advisory lock that writers wait for: the bytes "Says"."""

LOG = """
CREATE TABLE entries (
  sequence BIGINT PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  by TEXT COLLATE "C" NOT NULL,
  previous TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL
);
CREATE INDEX entries_by_subject ON entries (subject, sequence);
CREATE INDEX entries_by_kind ON entries (kind, sequence);
CREATE TABLE texts (
  hash TEXT COLLATE "C" PRIMARY KEY,
  content TEXT COLLATE "C",
  packed BYTEA,
  CHECK ((content IS NULL) <> (packed IS NULL))
);
CREATE TABLE owners (
  document TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (document, hash)
);
CREATE INDEX owners_by_hash ON owners (hash);
CREATE TABLE appended (
  sequence BIGINT PRIMARY KEY,
  login TEXT NOT NULL,
  role TEXT NOT NULL,
  at TIMESTAMPTZ NOT NULL
);
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
"""`appended` says with which login of the database an entry came that no reading made;
the database fills it, so nobody can write there what was not so."""

GUARDS: dict[str, str] = {
    "entries_stay": """
BEGIN
  RAISE EXCEPTION 'entries are never changed or removed';
END
""",
    "texts_keep": """
BEGIN
  RAISE EXCEPTION 'texts are never changed';
END
""",
    "owners_stay": """
BEGIN
  RAISE EXCEPTION 'owners are never changed or removed';
END
""",
    "entries_follow": """
BEGIN
  IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
    OR NEW.previous <> coalesce(
      (SELECT hash FROM entries WHERE sequence = NEW.sequence - 1), repeat('0', 64))
  THEN
    RAISE EXCEPTION 'entries are only appended';
  END IF;
  IF NEW.kind <> 'ruling'
    AND NOT pg_has_role(current_user, (SELECT value FROM about WHERE key = 'owner'),
      'MEMBER')
  THEN
    RAISE EXCEPTION 'a reviewer adds rulings, and no %', NEW.kind
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'tombstone'
    AND NOT pg_has_role(session_user, (SELECT value FROM about WHERE key = 'maker'),
      'MEMBER')
  THEN
    RAISE EXCEPTION 'words are erased with the login that made the ledger (%), as no'
      ' other may rewrite the tables', (SELECT value FROM about WHERE key = 'maker')
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
""",
    "entries_appended": """
BEGIN
  IF NEW.kind NOT IN ('document', 'reading', 'finding') THEN
    INSERT INTO appended
      VALUES (NEW.sequence, session_user, current_setting('role'), clock_timestamp());
  END IF;
  IF NEW.kind = 'tombstone' THEN
    DELETE FROM texts WHERE hash IN
      (SELECT hash FROM owners WHERE document = NEW.subject);
  END IF;
  RETURN NULL;
END
""",
    "texts_stay_erased": """
BEGIN
  IF EXISTS (
    SELECT 1 FROM owners JOIN entries ON entries.subject = owners.document
    WHERE owners.hash = NEW.hash AND entries.kind = 'tombstone'
  ) THEN
    RAISE EXCEPTION 'the text was erased';
  END IF;
  RETURN NEW;
END
""",
    "texts_stay": """
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM owners JOIN entries ON entries.subject = owners.document
    WHERE owners.hash = OLD.hash AND entries.kind = 'tombstone'
  ) THEN
    RAISE EXCEPTION 'texts are erased by a tombstone only';
  END IF;
  RETURN OLD;
END
""",
}
"""Name of a function -> what it does; each is the body of a trigger."""

AS_MAKER = ("entries_appended",)
"""Functions that run with the rights of whoever made the ledger."""

TRIGGERS: tuple[tuple[str, str, str, str], ...] = (
    ("entries_follow", "entries", "BEFORE INSERT", "ROW"),
    ("entries_appended", "entries", "AFTER INSERT", "ROW"),
    ("entries_stay", "entries", "BEFORE UPDATE OR DELETE", "ROW"),
    ("entries_stay", "entries", "BEFORE TRUNCATE", "STATEMENT"),
    ("texts_stay_erased", "texts", "BEFORE INSERT", "ROW"),
    ("texts_keep", "texts", "BEFORE UPDATE", "ROW"),
    ("texts_stay", "texts", "BEFORE DELETE", "ROW"),
    ("texts_keep", "texts", "BEFORE TRUNCATE", "STATEMENT"),
    ("owners_stay", "owners", "BEFORE UPDATE OR DELETE", "ROW"),
    ("owners_stay", "owners", "BEFORE TRUNCATE", "STATEMENT"),
    ("entries_stay", "appended", "BEFORE UPDATE OR DELETE", "ROW"),
    ("entries_stay", "appended", "BEFORE TRUNCATE", "STATEMENT"),
)
"""Function, table, when, for each what."""

STATE = """
CREATE TABLE documents (
  number BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT COLLATE "C",
  short_name TEXT COLLATE "C",
  outlet TEXT COLLATE "C",
  published TEXT COLLATE "C",
  is_read INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  gaps INTEGER NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  first BIGINT UNIQUE
);
CREATE INDEX documents_by_name ON documents USING hash (name);
CREATE INDEX documents_by_short_name ON documents USING hash (short_name);
CREATE INDEX documents_by_outlet
  ON documents (outlet, published) INCLUDE (is_read, claims, gaps);
CREATE INDEX documents_by_published ON documents (published);
CREATE TABLE documents_words (
  number BIGINT PRIMARY KEY,
  words TEXT[] COLLATE "C" NOT NULL,
  folded TEXT COLLATE "C" NOT NULL
);
CREATE INDEX documents_words_by_word ON documents_words
  USING gin (words) WITH (fastupdate = off);
CREATE TABLE claims (
  number BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  measure TEXT COLLATE "C" NOT NULL,
  speaker TEXT COLLATE "C" NOT NULL,
  actor TEXT COLLATE "C",
  affected TEXT COLLATE "C",
  place TEXT COLLATE "C",
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  day_from TEXT COLLATE "C",
  day_to TEXT COLLATE "C",
  published TEXT COLLATE "C",
  outlet TEXT COLLATE "C",
  language TEXT COLLATE "C",
  status TEXT COLLATE "C" NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  body BYTEA NOT NULL
);
ALTER TABLE claims ALTER body SET STORAGE EXTERNAL;
CREATE INDEX claims_by_measure ON claims (measure, number);
CREATE INDEX claims_by_measure_and_day ON claims (measure, published);
CREATE INDEX claims_by_measure_and_period ON claims (measure, day_to, day_from)
  INCLUDE (number, actor, affected, speaker, place, outlet, language, status);
CREATE INDEX claims_by_speaker ON claims (speaker, number);
CREATE INDEX claims_by_place ON claims (place, number);
CREATE INDEX claims_by_outlet ON claims (outlet, number);
CREATE INDEX claims_by_language ON claims (language, number);
CREATE INDEX claims_by_status ON claims (status, number);
CREATE INDEX claims_by_day ON claims (day_to);
CREATE INDEX claims_by_published
  ON claims (published DESC NULLS LAST, number DESC);
CREATE INDEX claims_by_confidence ON claims (confidence, number DESC);
CREATE TABLE claims_words (
  number BIGINT PRIMARY KEY,
  words TEXT[] COLLATE "C" NOT NULL,
  folded TEXT COLLATE "C" NOT NULL
);
CREATE INDEX claims_words_by_word ON claims_words
  USING gin (words) WITH (fastupdate = off);
CREATE TABLE parties (
  party TEXT COLLATE "C" NOT NULL,
  claim BIGINT NOT NULL,
  PRIMARY KEY (party, claim)
);
CREATE INDEX parties_by_claim ON parties (claim);
CREATE TABLE attributions (
  number BIGINT PRIMARY KEY,
  speaker TEXT COLLATE "C" NOT NULL,
  figures INTEGER NOT NULL,
  body BYTEA NOT NULL
);
CREATE INDEX attributions_by_speaker ON attributions (speaker);
CREATE TABLE gaps (
  document TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL
);
CREATE INDEX gaps_by_document ON gaps (document);
CREATE TABLE speakers (
  id TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  claims INTEGER NOT NULL,
  attributions INTEGER NOT NULL,
  PRIMARY KEY (id, body)
);
CREATE TABLE places (
  id TEXT COLLATE "C" NOT NULL,
  written TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (id, written, body)
);
CREATE TABLE cube (
  given TEXT COLLATE "C" NOT NULL,
  given_key TEXT COLLATE "C" NOT NULL,
  facet TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (given, given_key, facet, key)
);
CREATE TABLE rulings (
  sequence BIGINT PRIMARY KEY,
  subject TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL
);
CREATE INDEX rulings_by_subject ON rulings (subject);
CREATE TABLE ruling_documents (
  document TEXT COLLATE "C" NOT NULL,
  ruling BIGINT NOT NULL,
  PRIMARY KEY (document, ruling)
);
CREATE TABLE findings (
  number BIGINT PRIMARY KEY,
  fingerprint TEXT COLLATE "C" NOT NULL UNIQUE,
  rule TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  level TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  withdrawn TEXT COLLATE "C",
  places TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL
);
CREATE INDEX findings_by_facet
  ON findings (rule, outcome, level, status, withdrawn);
CREATE TABLE finding_inputs (
  document TEXT COLLATE "C" NOT NULL,
  finding BIGINT NOT NULL,
  claim TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (document, finding, claim)
);
CREATE INDEX finding_inputs_by_claim ON finding_inputs (claim);
CREATE INDEX finding_inputs_by_finding ON finding_inputs (finding);
CREATE TABLE kept (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  other TEXT COLLATE "C" NOT NULL,
  value BYTEA NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  UNIQUE (kind, document, other)
);
CREATE INDEX kept_by_document ON kept (document);
CREATE INDEX kept_by_other ON kept (other);
"""
"""Words are searched by an array of them, exactly, and in order by `folded`.

The index by measure and period has all that claims are counted by: their rows lie
apart, a dozen on a page, and a year of one measure would touch every other page."""

KEPT_FOR_EVER = ("entries", "texts", "owners", "appended", "about")
