"""A real PostgreSQL server for tests: in a folder that goes, on a socket, no network.

The server refuses to run as root; where the tests do, it runs as "nobody".
"""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

MAKER = "maker"
"""Login that makes ledgers: may make databases and roles, and is no superuser."""
_ADMIN = "postgres"
_NUMBERS = count(1)
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # what a power cut would lose is not under test
    "full_page_writes": "off",
    "max_connections": "150",
    "shared_buffers": "64MB",
}


def find_programs() -> Path | None:
    """The folder of initdb and postgres, None where they are not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f for f in folders if (f / "postgres").exists()), None)


def missing() -> str | None:
    """Why no server can be started here, None where one can."""
    try:
        import psycopg  # noqa: F401 - only looked for
    except ImportError:
        return 'the extra "postgres" is not installed'
    return None if find_programs() else "PostgreSQL's programs are not installed"


_EMPTY = """
DO $$
DECLARE tables TEXT;
BEGIN
  SET LOCAL session_replication_role = replica;
  SELECT string_agg('sayso.' || tablename, ', ') INTO tables FROM pg_tables
    WHERE schemaname = 'sayso' AND tablename <> 'about';
  IF tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY';
  END IF;
END $$
"""
"""Only an administrator gets past the guards, and only by switching triggers off."""


class Server:
    """One server with its folder; `stop` and `start` make a crash and what follows."""

    def __init__(self, **settings: str) -> None:
        # Not below pytest's folders, which nobody else may enter.
        self.folder = folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
        self._programs = find_programs()
        self._as = {"user": "nobody"} if os.geteuid() == 0 else {}
        self._settings = {**_SETTINGS, **settings}
        self._left: list[str] = []
        if self._as:
            os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
        self.run("initdb", "--pgdata", self.data, "--username", _ADMIN, "--no-sync",
                 "--auth", "trust", "--encoding", "UTF8", "--locale", "C")  # fmt: skip
        self.start()
        self.ask(f"CREATE ROLE {MAKER} LOGIN CREATEDB CREATEROLE")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def run(self, program, *words) -> str:
        done = subprocess.run(
            [self._programs / program, *map(str, words)],
            cwd=self.folder, capture_output=True, text=True, check=False, **self._as,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        options = " ".join(f"-c {k}='{v}'" for k, v in self._settings.items())
        socket = f"-c unix_socket_directories='{self.folder}'"
        self.run("pg_ctl", "start", "--wait", "--pgdata", self.data, "--log",
                 self.folder / "log", "--options", f"{options} {socket}")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "--wait", "--mode", mode, "--pgdata", self.data)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def address(self, database: str, user: str = MAKER) -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def ask(self, statement: str, database: str = "postgres", user: str = _ADMIN):
        import psycopg

        with psycopg.connect(self.address(database, user), autocommit=True) as held:
            found = held.execute(statement)
            return found.fetchall() if found.description else None

    def emptied_database(self) -> str:
        """A database that nobody uses, empty or with an empty ledger, by name.

        Making one takes a second; emptying one that a test has left a tenth of it.
        """
        for name in self._left:
            used = self.ask(
                f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{name}'"
            )
            if used == [(0,)]:
                self.ask(_EMPTY, name)
                return name
        self._left.append(self.make_database())
        return self._left[-1]

    def make_database(self) -> str:
        """An empty database of its own, by name."""
        name = f"news{next(_NUMBERS)}"
        made = f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy"
        self.ask(made, user=MAKER)
        return name


@cache
def shared_server() -> Server:
    """The server of this run of the tests, started when first wanted."""
    server = Server()
    atexit.register(server.remove)
    return server
