"""The outbox: every message, everyone who is to get it, and how far that has come."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.mail.letter import STATES, Delivery, Letter, Sealed

DATABASE = "outbox.sqlite"
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS message (
    digest TEXT PRIMARY KEY,
    message_id TEXT NOT NULL,
    report TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS delivery (
    report TEXT NOT NULL,
    address TEXT NOT NULL COLLATE NOCASE,
    digest TEXT NOT NULL REFERENCES message,
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN {tuple(STATES)}),
    said TEXT NOT NULL DEFAULT '',
    changed TEXT NOT NULL,
    next_try REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (report, address)
);
COMMIT;
"""
_COLUMNS = """
SELECT made.name, has.name FROM sqlite_master AS made, pragma_table_info(made.name) AS has
WHERE made.type = 'table' ORDER BY made.name, has.cid
"""
# A message that nobody may have yet takes the date of the run that sends it.
_PUT_MESSAGE = """
INSERT INTO message VALUES (:digest, :message_id, :report, :sender, :subject, :content)
ON CONFLICT (digest) DO UPDATE SET content = excluded.content
WHERE :again OR NOT EXISTS (
    SELECT 1 FROM delivery
    WHERE digest = excluded.digest AND state IN ('sending', 'sent', 'uncertain')
)
"""
_PUT_DELIVERY = """
INSERT INTO delivery (report, address, digest, changed)
VALUES (:report, :address, :digest, :changed)
ON CONFLICT (report, address) DO UPDATE
SET digest = excluded.digest, state = 'queued', changed = excluded.changed
WHERE :again OR state IN ('queued', 'deferred')
"""
_SETTLE = """
UPDATE delivery
SET state = CASE WHEN :arrived THEN 'sent' ELSE 'queued' END,
    said = '', next_try = 0, changed = :changed
WHERE address = :address AND :report IN ('', report)
AND (state = 'uncertain' OR state = 'refused' AND NOT :arrived)
"""


class Outbox:
    """The outbox of an output folder, a database that outlives every run.

    Each change is on the disk before its method returns. What a run was sending when it died
    is uncertain from the next opening on: it may have arrived.

    Parameters
    ----------
    out : Path
        The folder.
    patience : float
        Seconds to wait for another program that has it.
    """

    def __init__(self, out: Path, patience: float = 60) -> None:
        self.path = out / DATABASE
        with _readable(self.path):
            out.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)  # It holds who gets what.
            # Every change starts with BEGIN IMMEDIATE.
            self._db = sqlite3.connect(self.path, timeout=patience, isolation_level="IMMEDIATE")
        try:
            self._open()
        except BaseException:
            self._db.close()
            raise

    def _open(self) -> None:
        with _readable(self.path):
            if not (found := self._db.execute(_COLUMNS).fetchall()):
                self._db.executescript(_TABLES)
        if found and found != _own_columns():
            template = N_(
                "{path}: is the outbox of another version of giaoban, which alone can tell who has "
                "got what: use that version, or another folder"
            )
            raise GiaobanError(template, exit_code=1, path=self.path)
        with suppress(GiaobanError), self.sole_sender():
            pass

    def __enter__(self) -> "Outbox":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextmanager
    def sole_sender(self) -> Iterator[None]:
        """Let nobody else send from here meanwhile.

        Raises
        ------
        GiaobanError
            Where another run sends.
        """
        # The system frees this lock even where a run is killed. Who only opens an outbox holds it
        # for a moment.
        with closing(sqlite3.connect(f"{self.path}-lock", timeout=1)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                template = N_("{path}: another giaoban is sending from it, wait until it has ended")
                raise GiaobanError(template, exit_code=1, path=self.path) from None
            except sqlite3.DatabaseError as error:
                raise _unusable(Path(f"{self.path}-lock"), error) from None
            with self._changing():
                self._db.execute("UPDATE delivery SET state = 'uncertain' WHERE state = 'sending'")
            yield

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Change it as a whole, or not at all."""
        try:
            with self._db:
                yield
        except sqlite3.DatabaseError as error:
            template = N_(
                "{path}: cannot be written ({reason}), try again when no other program has it"
            )
            raise GiaobanError(template, exit_code=1, path=self.path, reason=error) from error

    def put(self, letters: Iterable[Sealed], again: bool = False) -> None:
        """Take in letters; who has not got a report yet is to get it as it is now.

        Parameters
        ----------
        letters : iterable of Sealed
            The letters.
        again : bool
            Whether those who have got a report, or may have, or were refused, get it once more.
        """
        with self._changing():
            for letter in letters:
                values = {**vars(letter), "again": again, "changed": _now()}
                self._db.execute(_PUT_MESSAGE, values)
                self._db.executemany(
                    _PUT_DELIVERY, [values | {"address": to} for to in letter.recipients]
                )

    def deliveries(self) -> list[Delivery]:
        """Give all that is or was on its way, what came in first before the rest."""
        columns = "report, address, state, said, changed, next_try"
        rows = f"SELECT {columns} FROM delivery ORDER BY rowid"  # noqa: S608
        with _readable(self.path):
            return [Delivery(*row) for row in self._db.execute(rows)]

    def of(self, letters: Iterable[Letter | Sealed]) -> list[Delivery]:
        """Give what is known of some letters, those to be tried first before the rest."""
        wanted = {(letter.report, to.lower()) for letter in letters for to in letter.recipients}
        known = [d for d in self.deliveries() if (d.report, d.address.lower()) in wanted]
        return sorted(known, key=lambda delivery: delivery.next_try)

    def message(self, delivery: Delivery) -> tuple[str, bytes]:
        """Give the sender and the message of a delivery."""
        with _readable(self.path):
            row = self._db.execute(
                "SELECT sender, content FROM delivery JOIN message USING (digest) "
                "WHERE delivery.report = ? AND address = ?",
                (delivery.report, delivery.address),
            )
            sender, content = row.fetchone()
        return sender, content

    def change(
        self, delivery: Delivery, state: str, said: str = "", next_try: float = 0
    ) -> Delivery:
        """Write down what has become of a delivery."""
        new = replace(delivery, state=state, said=said, changed=_now(), next_try=next_try)
        with self._changing():
            self._db.execute(
                "UPDATE delivery SET state = :state, said = :said, changed = :changed, "
                "next_try = :next_try WHERE report = :report AND address = :address",
                vars(new),
            )
        return new

    def settle(self, address: str, arrived: bool, report: str = "") -> None:
        """Take the user's word for what has become of a person's uncertain deliveries.

        Parameters
        ----------
        address : str
            The person.
        arrived : bool
            Whether they arrived; else they go with the next run, and so do refused ones.
        report : str
            The one report that is meant; all by default.

        Raises
        ------
        GiaobanError
            Where there is no such delivery.
        """
        values = {"address": address, "arrived": arrived, "report": report, "changed": _now()}
        with self._changing():
            settled = self._db.execute(_SETTLE, values).rowcount
        if not settled:
            template = N_("{address}: nothing about it is open, `giaoban outbox` shows what is")
            raise GiaobanError(template, address=address)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Tell the user of an outbox that is damaged, or that another program holds."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> GiaobanError:
    template = N_("{path}: cannot be used as an outbox ({reason})")
    return GiaobanError(template, exit_code=1, path=path, reason=error)


@cache
def _own_columns() -> list[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(_TABLES)
        return fresh.execute(_COLUMNS).fetchall()


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(sep=" ", timespec="seconds")
