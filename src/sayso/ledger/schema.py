"""The SQLite file: what is kept for ever, what guards it, what is replayed from it.

Kept: entries, texts and who owns them. Guards: triggers that refuse every change,
so that a slip of ours or a tool of somebody else's cannot rewrite the log unnoticed.
Replayed: all other tables; `rebuild` empties and refills them.
"""

APPLICATION = 0x53617973
"""Mark of our files in SQLite's header: the bytes "Says"."""
VERSION = 1
"""Version of this schema; a file of another one is refused with a sentence."""

LOG = """
CREATE TABLE entries (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_subject ON entries (subject, sequence);
CREATE TABLE texts (hash TEXT PRIMARY KEY, content ANY NOT NULL) STRICT;
CREATE TABLE owners (
  document TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (document, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX owners_by_hash ON owners (hash);
"""

GUARDS = """
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;

CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

CREATE TRIGGER entries_keep BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

CREATE TRIGGER texts_once BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE hash = NEW.hash)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER texts_keep BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END;

CREATE TRIGGER texts_stay BEFORE DELETE ON texts
WHEN NOT EXISTS (
  SELECT 1 FROM owners JOIN entries ON entries.subject = owners.document
  WHERE owners.hash = OLD.hash AND entries.kind = 'tombstone'
)
BEGIN SELECT RAISE(ABORT, 'texts are erased by a tombstone only'); END;

CREATE TRIGGER texts_stay_erased BEFORE INSERT ON texts
WHEN EXISTS (
  SELECT 1 FROM owners JOIN entries ON entries.subject = owners.document
  WHERE owners.hash = NEW.hash AND entries.kind = 'tombstone'
)
BEGIN SELECT RAISE(ABORT, 'the text was erased'); END;

CREATE TRIGGER owners_stay BEFORE DELETE ON owners
BEGIN SELECT RAISE(ABORT, 'owners are never removed'); END;

CREATE TRIGGER owners_keep BEFORE UPDATE ON owners
BEGIN SELECT RAISE(ABORT, 'owners are never changed'); END;

CREATE TRIGGER tombstones_erase AFTER INSERT ON entries
WHEN NEW.kind = 'tombstone'
BEGIN
  DELETE FROM texts WHERE hash IN
    (SELECT hash FROM owners WHERE document = NEW.subject);
END;
"""

# `first` is the lowest number of the rows of a document's reading: its claims and
# attributions have the ROWS_PER_READING numbers from there, and need no index for it.
STATE = """
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT,
  short_name TEXT,
  outlet TEXT,
  published TEXT,
  is_read INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  gaps INTEGER NOT NULL,
  body TEXT NOT NULL,
  first INTEGER
) STRICT;
CREATE INDEX documents_by_name ON documents (name);
CREATE INDEX documents_by_short_name ON documents (short_name);
CREATE INDEX documents_by_outlet
  ON documents (outlet, published, is_read, claims, gaps);
CREATE INDEX documents_by_published ON documents (published);
CREATE VIRTUAL TABLE documents_words USING fts5 (
  title, text, content = '', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  measure TEXT NOT NULL,
  speaker TEXT NOT NULL,
  actor TEXT,
  affected TEXT,
  place TEXT,
  lat REAL,
  lon REAL,
  day_from TEXT,
  day_to TEXT,
  published TEXT,
  outlet TEXT,
  language TEXT,
  status TEXT NOT NULL,
  confidence REAL NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX claims_by_measure ON claims (measure);
CREATE INDEX claims_by_measure_and_day ON claims (measure, published);
CREATE INDEX claims_by_measure_and_period ON claims (measure, day_to, day_from);
CREATE INDEX claims_by_speaker ON claims (speaker);
CREATE INDEX claims_by_place ON claims (place);
CREATE INDEX claims_by_outlet ON claims (outlet);
CREATE INDEX claims_by_language ON claims (language);
CREATE INDEX claims_by_status ON claims (status);
CREATE INDEX claims_by_day ON claims (day_to);
CREATE INDEX claims_by_published ON claims (published);
CREATE INDEX claims_by_confidence ON claims (confidence, number DESC);
CREATE VIRTUAL TABLE claims_words USING fts5 (
  words, content = '', tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE parties (
  party TEXT NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (party, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributions (
  number INTEGER PRIMARY KEY,
  speaker TEXT NOT NULL,
  figures INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX attributions_by_speaker ON attributions (speaker);

CREATE TABLE gaps (document TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE INDEX gaps_by_document ON gaps (document);

CREATE TABLE speakers (
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  name TEXT NOT NULL,
  claims INTEGER NOT NULL,
  attributions INTEGER NOT NULL,
  PRIMARY KEY (id, body)
) STRICT, WITHOUT ROWID;
CREATE TABLE places (
  id TEXT NOT NULL,
  written TEXT NOT NULL,
  body TEXT NOT NULL,
  name TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (id, written, body)
) STRICT, WITHOUT ROWID;
CREATE TABLE cube (
  given TEXT NOT NULL,
  given_key TEXT NOT NULL,
  facet TEXT NOT NULL,
  key TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (given, given_key, facet, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rulings (
  sequence INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX rulings_by_subject ON rulings (subject);
CREATE TABLE ruling_documents (
  document TEXT NOT NULL,
  ruling INTEGER NOT NULL,
  PRIMARY KEY (document, ruling)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  number INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  outcome TEXT NOT NULL,
  level TEXT NOT NULL,
  status TEXT NOT NULL,
  withdrawn TEXT,
  places TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX findings_by_facet
  ON findings (rule, outcome, level, status, withdrawn);
CREATE TABLE finding_inputs (
  document TEXT NOT NULL,
  finding INTEGER NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (document, finding, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_inputs_by_claim ON finding_inputs (claim);
CREATE INDEX finding_inputs_by_finding ON finding_inputs (finding);

CREATE TABLE kept (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  other TEXT NOT NULL,
  value BLOB NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (kind, document, other)
) STRICT;
CREATE INDEX kept_by_document ON kept (document);
CREATE INDEX kept_by_other ON kept (other);
"""

STATE_TABLES = (
    "documents",
    "documents_words",
    "claims",
    "claims_words",
    "parties",
    "attributions",
    "gaps",
    "speakers",
    "places",
    "cube",
    "rulings",
    "ruling_documents",
    "findings",
    "finding_inputs",
    "kept",
)
"""What `rebuild` drops and makes anew, in the order of `STATE`."""

CUBED = ("measure", "party", "language", "status")
"""Facets under each of whose keys the cube counts all facets: those with few keys,
so that the cube stays small; under a speaker, place or outlet claims are walked."""
EVERYTHING = "*"
"""Condition of the cube's rows that count without one."""
