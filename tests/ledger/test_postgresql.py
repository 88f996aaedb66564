"""What only a database can get wrong: grants, roles, guards, servers, other logins."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import psycopg
import pytest
from conformance import STAMP, TEXTS, add_document, dump, make_finding, opine
from psycopg import errors

import standin
import team_server
from sayso.errors import LedgerBusy, LedgerError
from sayso.ledger import (
    Filters,
    Role,
    acting_as,
    move,
    open_ledger,
    record_document,
    record_finding,
    record_ruling,
    record_tombstone,
)
from sayso.ledger.postgresql import PostgresLedger
from sayso.ledger.postgresql_store import DIALECT
from sayso.ledger.sql_query import FACET_COLUMNS, build_query, count_of
from sayso.model import Decision

REASON = team_server.missing()
pytestmark = pytest.mark.skipif(REASON is not None, reason=str(REASON))


@pytest.fixture
def server():
    return team_server.shared_server()


@pytest.fixture
def database(server):
    return server.emptied_database()


@pytest.fixture
def held(server, database):
    opened = open_ledger(server.address(database))
    add_document(opened, TEXTS["first"], outlet="Post")
    add_document(opened, TEXTS["second"], outlet="Herald")
    yield opened
    opened.close()


@pytest.fixture
def login(server, database, held):
    """Gives the address for a login that has one of the ledger's roles."""
    made = []

    def make(role: Role) -> str:
        name = f"{role}_of_{database}"
        server.ask(f"CREATE ROLE {name} LOGIN")
        made.append(name)
        server.ask(f"GRANT {database}_{role} TO {name}", user=team_server.MAKER)
        return server.address(database, name)

    yield make
    for name in made:
        server.ask(f"DROP ROLE {name}")


CHANGES = {
    "entry changed": "UPDATE entries SET at = 'x' WHERE sequence = 1",
    "entry removed": "DELETE FROM entries WHERE sequence = 4",
    "entries emptied": "TRUNCATE entries",
    "entry put in between": "INSERT INTO entries SELECT 9, kind, subject, body, at, by,"
    " previous, hash FROM entries WHERE sequence = 1",
    "entry off the chain": "INSERT INTO entries SELECT 5, kind, subject, body, at, by,"
    " previous, hash FROM entries WHERE sequence = 1",
    "text changed": "UPDATE texts SET content = 'x', packed = NULL",
    "text removed": "DELETE FROM texts",
    "texts emptied": "TRUNCATE texts",
    "owner removed": "DELETE FROM owners",
    "owner changed": "UPDATE owners SET document = 'x'",
    "who appended": "UPDATE appended SET login = 'x'",
}


def run_as(address: str, statement: str):
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("SET search_path = sayso")
        found = other.execute(statement)
        return found.fetchall() if found.description else None


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_guards_refuse_change_even_to_the_maker_of_the_tables(
    held, server, database, statement
):
    held.append([ruling(held)])
    with pytest.raises(errors.RaiseException, match=r"never|only"):
        run_as(server.address(database), statement)
    assert held.verify().faults == ()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_no_role_may_change_the_log(held, login, role, statement):
    with pytest.raises((errors.InsufficientPrivilege, errors.RaiseException)):
        run_as(login(role), statement)
    assert held.verify().faults == ()


def ruling(ledger, decision=Decision.CONFIRM, by="ann"):
    (claim,) = ledger.claims(Filters(measure="people.killed"))
    return record_ruling(opine(claim, decision), type(STAMP)("t", by))


def document():
    return record_document(standin.make_document("A stranger said 7 fell."), STAMP)


MAY = {
    Role.READER: (),
    Role.REVIEWER: ("rule",),
    Role.OWNER: ("rule", "read", "find"),
}


def acts(ledger):
    return {
        "rule": ruling(ledger),
        "read": document(),
        "find": record_finding(make_finding(ledger), STAMP),
        "erase": record_tombstone(ledger.documents()[0].id, "asked for", STAMP),
    }


@pytest.mark.parametrize("role", Role)
def test_a_login_may_what_its_role_may(held, login, role):
    opened = open_ledger(login(role), create=False)
    assert dump(opened) == dump(held)
    for name, addition in acts(held).items():
        if name in MAY[role]:
            assert opened.append([addition])
        else:
            with pytest.raises(LedgerError, match="may not do that"):
                opened.append([addition])
    opened.keep("test", [("a", "b", b"c")])
    kept = [] if role is Role.READER else [("a", "b", b"c")]
    assert list(held.kept("test")) == kept
    assert opened.verify() == held.verify()
    assert opened.verify().faults == ()
    opened.close()


@pytest.mark.parametrize("role", Role)
def test_a_strong_login_may_no_more_than_whom_it_acts_for(held, role):
    for name, addition in acts(held).items():
        with acting_as(role):
            if name in MAY[role]:
                assert held.append([addition])
            elif not (name == "erase" and role is Role.OWNER):
                with pytest.raises(LedgerError, match="may not do that"):
                    held.append([addition])
    assert held.verify().faults == ()


def test_a_weak_login_gains_nothing_by_acting_as_a_strong_one(held, login):
    opened = open_ledger(login(Role.READER))
    with acting_as(Role.OWNER), pytest.raises(LedgerError, match="may not do that"):
        opened.append([ruling(held)])
    opened.close()


def test_a_login_without_a_role_is_told_whom_to_ask(server, database, held):
    server.ask("CREATE ROLE stranger LOGIN")
    with pytest.raises(LedgerError, match="has none of its roles"):
        open_ledger(server.address(database, "stranger"))
    server.ask("DROP ROLE stranger")


def test_the_database_notes_with_which_login_a_ruling_came(held, login, database):
    opened = open_ledger(login(Role.REVIEWER))
    (entry,) = opened.append([ruling(opened, by="somebody else")])
    opened.close()
    noted = run_as(login(Role.OWNER), "SELECT sequence, login, role FROM appended")
    name = f"reviewer_of_{database}"
    assert noted == [(entry.sequence, name, f"{database}_reviewer")]


TAMPERED = {
    "an entry": ("entries", "UPDATE entries SET by = 'x' WHERE sequence = 2"),
    "a text": ("texts", "UPDATE texts SET content = 'x', packed = NULL"),
    "a lost text": ("texts", "DELETE FROM texts"),
    "a lost entry": ("entries", "DELETE FROM entries WHERE sequence = 2"),
    "a claim": ("claims", "UPDATE claims SET status = 'confirmed'"),
    "a claim's words": ("claims", "UPDATE claims_words SET folded = ' x '"),
    "a document's words": ("claims", "UPDATE documents_words SET words = '{}'"),
    "a count": ("claims", "UPDATE cube SET claims = 9"),
    "what is kept": ("claims", "UPDATE kept SET value = 'x'"),
}


@pytest.mark.parametrize(("table", "statement"), TAMPERED.values(), ids=TAMPERED)
def test_verify_notices_what_was_changed_past_the_guards(
    held, server, database, table, statement
):
    held.keep("test", [("a", "b", b"c")])
    address = server.address(database)
    before = f"ALTER TABLE {table} DISABLE TRIGGER USER"
    run_as(address, f"{before}; {statement}; {before.replace('DISABLE', 'ENABLE')}")
    assert held.verify().faults


GUARDLESS = {
    "a trigger off": (
        "ALTER TABLE entries DISABLE TRIGGER entries_stay",
        "ALTER TABLE entries ENABLE TRIGGER entries_stay",
        'trigger "entries_stay"',
    ),
    "a right too many": (
        "GRANT UPDATE ON entries TO {database}_reviewer",
        "REVOKE UPDATE ON entries FROM {database}_reviewer",
        "may UPDATE",
    ),
    "an index gone": (
        "DROP INDEX claims_by_place",
        "CREATE INDEX claims_by_place ON claims (place, number)",
        'index "claims_by_place"',
    ),
}


@pytest.mark.parametrize(("do", "undo", "named"), GUARDLESS.values(), ids=GUARDLESS)
def test_verify_names_a_guard_that_is_gone(held, server, database, do, undo, named):
    address = server.address(database)
    run_as(address, do.format(database=database))
    faults = held.verify().faults
    run_as(address, undo.format(database=database))
    assert any(named in fault for fault in faults)
    assert held.verify().faults == ()


def test_a_missing_ledger_is_only_made_when_asked(server):
    with pytest.raises(LedgerError, match="sayso read"):
        open_ledger(server.address(server.make_database()), create=False)


def test_a_ledger_of_another_version_is_named(held, server, database):
    address = server.address(database)
    run_as(address, "UPDATE about SET value = '2' WHERE key = 'version'")
    with pytest.raises(LedgerError, match="has version 2"):
        open_ledger(address)
    run_as(address, "UPDATE about SET value = '1' WHERE key = 'version'")


def test_a_server_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LedgerError, match="cannot be reached"):
        open_ledger(f"postgresql://ann:secret@/news?host={tmp_path}")


def test_no_message_and_no_page_shows_the_password(tmp_path):
    with pytest.raises(LedgerError) as told:
        open_ledger("postgresql://ann:secret@127.0.0.1:1/news")
    assert "secret" not in str(told.value)
    assert "postgresql://ann@127.0.0.1:1/news" in str(told.value)


def test_a_writer_waits_and_then_says_busy(held, server, database):
    other = psycopg.connect(server.address(database))
    other.execute("SELECT pg_advisory_xact_lock(%s)", (0x53617973,))
    hasty = PostgresLedger(server.address(database), patience=0.05)
    with pytest.raises(LedgerBusy, match="another process"):
        add_document(hasty, "General Ruk said 9 men were killed.")
    assert held.count_claims(Filters(measure="people")) == 3
    other.close()
    add_document(hasty, "General Ruk said 9 men were killed.")
    hasty.close()
    assert held.count_claims() == 5


def test_claims_can_be_walked_while_rulings_are_added(held):
    for number, _ in enumerate(held.claims()):
        add_document(held, f"General Ruk said {number} men were killed.")
    assert held.count_claims() == 8


def test_a_ledger_goes_on_after_its_server_was_killed_and_started_anew():
    server = team_server.Server(fsync="on", full_page_writes="on")
    try:
        held = open_ledger(server.address(server.make_database()))
        add_document(held, TEXTS["first"], outlet="Post")
        before = dump(held)
        server.stop("immediate")
        with pytest.raises(LedgerError, match="cannot be reached"):
            held.count_claims()
        server.start()
        assert dump(held) == before
        add_document(held, TEXTS["second"])
        assert held.verify().faults == ()
        held.close()
    finally:
        server.remove()


def test_a_log_moves_there_and_back_with_equal_hashes(held, server, tmp_path):
    held.append([ruling(held)])
    held.append([record_finding(make_finding(held), STAMP)])
    add_document(held, TEXTS["third"])
    held.append([record_tombstone(held.documents()[0].id, "asked for", STAMP)])
    before, found = dump(held), held.verify()
    embedded = open_ledger(str(tmp_path / "a.db"))
    assert move(held, embedded) == found
    assert dump(embedded) == before
    again = open_ledger(server.address(server.make_database()))
    assert move(embedded, again) == found
    assert dump(again) == before
    with pytest.raises(LedgerError, match="into an empty one only"):
        move(embedded, held)
    for ledger in (embedded, again):
        ledger.close()


def asked_while(monkeypatch, work) -> int:
    """The statements that the server is asked while something is done."""
    asked = []
    execute = psycopg.Cursor.execute
    monkeypatch.setattr(
        psycopg.Cursor,
        "execute",
        lambda self, *words, **more: (
            asked.append(words[0]) or execute(self, *words, **more)
        ),
    )
    work()
    monkeypatch.undo()
    return len(asked)


def test_a_log_of_many_entries_moves_in_as_few_statements_as_a_short_one(
    server, tmp_path, monkeypatch
):
    asked = []
    for count in (1, 40):
        source = open_ledger(str(tmp_path / f"{count}.db"))
        for number in range(count):
            add_document(source, TEXTS["first"], name=f"report {number}")
        target = open_ledger(server.address(server.make_database()))
        asked.append(asked_while(monkeypatch, lambda s=source, t=target: move(s, t)))
        assert [d.id for d in target.documents()] == [d.id for d in source.documents()]
        for ledger in (source, target):
            ledger.close()
    # texts are asked for one by one where every one is hashed
    assert asked[1] - asked[0] <= 3 * 39


def test_tables_made_at_once_are_those_that_entries_made_one_by_one(
    held, server, database
):
    def tables():
        names = server.ask(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'sayso'", database
        )
        return {
            name: sorted(server.ask(f"SELECT * FROM sayso.{name}", database), key=repr)
            for (name,) in names
        }

    held.append([ruling(held), record_finding(make_finding(held), STAMP)])
    add_document(held, TEXTS["third"])
    held.append([record_tombstone(held.documents()[0].id, "asked for", STAMP)])
    before = tables()
    held.rebuild()
    assert tables() == before
    assert held.verify().faults == ()


def test_an_owner_who_did_not_make_the_tables_rebuilds_them_with_their_indexes(
    held, login
):
    before, found = dump(held), held.verify()
    theirs = open_ledger(login(Role.OWNER))
    theirs.rebuild()
    theirs.close()
    assert dump(held) == before
    assert held.verify() == found


def test_who_acts_for_a_reviewer_rebuilds_nothing(held):
    before = dump(held)
    with acting_as(Role.REVIEWER), pytest.raises(LedgerError, match="may not do"):
        held.rebuild()
    assert dump(held) == before


MANY = 4_000
"""Rows from which the server finds an index shorter than a look at all."""


def test_a_measure_and_days_are_counted_by_an_index_alone(held, server, database):
    """A row of the claims themselves is a page read, and a year has every other."""
    columns = (
        "measure, speaker, actor, affected, place, lat, lon, day_from, day_to,"
        " published, outlet, language, status, confidence, body"
    )
    server.ask(
        f"INSERT INTO sayso.claims (number, id, {columns})"
        f" SELECT -n, n::text, {columns} FROM sayso.claims,"
        f" generate_series(1, {MANY}) AS n WHERE number ="
        " (SELECT max(number) FROM sayso.claims)",
        database,
    )
    server.ask(
        "UPDATE sayso.claims SET measure = 'm' || (abs(number) % 50) WHERE number < 0",
        database,
    )
    server.ask("VACUUM (FULL, ANALYZE) sayso.claims", database)
    server.ask("VACUUM sayso.claims", database)
    filters = Filters(party="Tarn", since=date(2030, 5, 1), until=date(2030, 6, 30))
    for asked in (filters, replace(filters, measure="m7")):
        keys = {"party": ("Tarn",)}
        if asked.measure:
            keys["measure"] = (asked.measure,)
        query = build_query(asked, keys, DIALECT)
        assert query is not None
        assert "parties" not in query.tail
    plan = list(held._each(f"EXPLAIN {count_of(query)}", query.values))
    assert "Index Only Scan using claims_by_measure_and_period" in repr(plan)
    assert "Index Cond: ((measure = " in repr(plan)


def test_the_index_by_measure_and_days_has_all_that_is_counted(held, server, database):
    rows = server.ask(
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = 'sayso.claims_by_measure_and_period'::regclass",
        database,
    )
    counted = {*FACET_COLUMNS, "number", "actor", "affected", "day_from", "day_to"}
    assert {name for (name,) in rows} == counted


def test_a_party_alone_is_found_by_the_table_of_parties(held):
    query = build_query(Filters(party="Tarn"), {"party": ("Tarn",)}, DIALECT)
    assert query is not None
    assert "FROM parties" in query.tail


def test_a_backup_is_an_embedded_ledger_and_overwrites_nothing(held, tmp_path):
    copy = str(tmp_path / "copy.db")
    held.backup(copy)
    with pytest.raises(LedgerError, match="overwrites nothing"):
        held.backup(copy)
    opened = open_ledger(copy, create=False)
    assert dump(opened) == dump(held)
    assert opened.verify() == held.verify()
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_erased_words_are_in_no_table(held, server, database):
    text = "Prisoner Zebulon Quex said 77 soldiers of Tarn were killed in Olmar."
    made = add_document(held, text, name="quexfile.txt", title="Quextitle")
    held.append([record_tombstone(made.id, "his family asks", STAMP)])
    server.ask("CHECKPOINT")
    (number,) = server.ask(f"SELECT oid FROM pg_database WHERE datname = '{database}'")[
        0
    ]
    files = [f for f in (server.data / "base" / str(number)).iterdir() if f.is_file()]
    assert files
    for file in files:
        data = file.read_bytes().lower()
        assert b"quex" not in data
        assert b"zebulon" not in data


def test_a_table_of_an_earlier_version_is_replayed_when_opened(held, server, database):
    before = dump(held)
    run_as(server.address(database), "UPDATE about SET value = 'x' WHERE key = 'state'")
    again = open_ledger(server.address(database), create=False)
    assert dump(again) == before
    assert again.verify().faults == ()
    again.close()


def test_nobody_who_keeps_a_file_needs_the_driver():
    script = (
        "import sys, sayso, sayso.cli, sayso.workspace\n"
        "sayso.workspace.Workspace('memory:').verify()\n"
        "sys.exit('psycopg' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
