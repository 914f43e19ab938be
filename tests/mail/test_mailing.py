"""From the command to the people: reports on disk, a real mail server, an outbox."""

import shutil
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from places import RAW
from postoffice import USER, PostOffice

from giaoban.cli import main
from giaoban.mail.settings import Server

Send = Callable[..., Result]


@pytest.fixture
def send(
    pages: dict[str, Path],
    tmp_path: Path,
    office: PostOffice,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> Send:
    """Send the report of the bundled programme with the command, from a folder with its settings."""
    home = pages["04-CTr-HU.vi"].parents[3]
    for name in ("reports", "figures"):
        shutil.copytree(home / name / "04-CTr-HU", tmp_path / name / "04-CTr-HU")
    address = f"smtp://{quote(USER, safe='')}@{server.host}:{office.port}"
    settings = (
        f'[email]\nserver = "{address}"\nfrom = "Phòng Nội vụ <{USER}>"\nca = "{server.ca}"\n'
    )
    (tmp_path / "giaoban.toml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)

    def sent(*words: str, typed: str = "") -> Result:
        command = ["email", "04-CTr-HU", "--send", "--raw", str(RAW), *words]
        return CliRunner().invoke(main, command, input=typed)

    return sent


def test_a_report_reaches_its_people_once_and_the_outbox_says_so(
    send: Send, office: PostOffice
) -> None:
    words = ["--to", "hoa@example.vn", "--bcc", "mai@example.vn", "--lang", "en"]
    assert send(*words, "--yes").exit_code == 0
    assert office.per_person() == {"hoa@example.vn": 1, "mai@example.vn": 1}
    assert all(b"mai@example.vn" not in content for _, content in office.received)
    got = message_from_bytes(office.received[0][1], policy=policy.default)
    (report,) = got.iter_attachments()
    page = Path("reports/04-CTr-HU/2023-03-14/my-duc.en.html")
    assert report.get_payload(decode=True) == page.read_bytes()
    again = send(*words, "--yes")
    assert again.exit_code == 0
    assert "--again sends it once more" in again.stderr
    assert len(office.received) == 2
    shown = CliRunner().invoke(main, ["outbox"]).stdout
    assert shown.count("sent") == 2


def test_nothing_is_sent_without_a_yes(send: Send, office: PostOffice) -> None:
    assert send("--to", "hoa@example.vn", typed="no\n").exit_code == 1
    assert office.received == []
    assert send("--to", "hoa@example.vn", typed="yes\n").exit_code == 0
    assert len(office.received) == 1


def test_each_person_of_a_list_gets_a_message_of_their_own_in_their_language(
    send: Send, office: PostOffice
) -> None:
    rows = [
        "Hoà,hoa@example.vn,my-duc,vi",
        "Lan,lan@example.org,my-duc,vi",
        "Mai,mai@example.vn,my-duc,en",
    ]
    Path("recipients.csv").write_text("\n".join(["name,address,unit,language", *rows]), "utf-8")
    assert send("--recipients", "recipients.csv", "--yes").exit_code == 0
    got = {a: message_from_bytes(c, policy=policy.default) for a, c in office.received}
    assert {a: str(m["Content-Language"]) for a, m in got.items()} == {
        "hoa@example.vn": "vi",
        "lan@example.org": "vi",
        "mai@example.vn": "en",
    }
    assert all([box.addr_spec for box in m["To"].addresses] == [a] for a, m in got.items())


def test_a_recipient_without_a_report_stops_everything_before_it_is_sent(
    send: Send, office: PostOffice
) -> None:
    rows = ["Hoà,hoa@example.vn,my-duc,vi", "Nam,nam@example.vn,ha-noi,vi"]
    Path("recipients.csv").write_text("\n".join(["name,address,unit,language", *rows]), "utf-8")
    done = send("--recipients", "recipients.csv", "--yes")
    assert done.exit_code == 2
    assert "ha-noi.vi.html: no such report" in done.stderr
    assert office.received == []


def test_people_are_named_in_one_way(send: Send) -> None:
    done = send("--to", "hoa@example.vn", "--recipients", "recipients.csv")
    assert (done.exit_code, "give either --recipients" in done.stderr) == (2, True)


def test_drafts_hide_the_people_of_a_list_from_one_another(send: Send) -> None:
    rows = ["Hoà,hoa@example.vn,my-duc,vi", "Lan,lan@example.org,my-duc,vi"]
    Path("recipients.csv").write_text("\n".join(["name,address,unit,language", *rows]), "utf-8")
    words = ["email", "04-CTr-HU", "--raw", str(RAW), "--recipients", "recipients.csv"]
    done = CliRunner().invoke(main, words)
    draft = message_from_bytes(Path(done.stdout.strip()).read_bytes(), policy=policy.default)
    assert draft["To"] is None
    assert [box.addr_spec for box in draft["Bcc"].addresses] == [
        "hoa@example.vn",
        "lan@example.org",
    ]


@pytest.mark.parametrize("words", [["--draft", "x.eml", "--send"], ["--yes"], ["--again"]])
def test_options_that_contradict_one_another_are_refused(words: list[str]) -> None:
    done = CliRunner().invoke(
        main, ["email", "04-CTr-HU", "--raw", str(RAW), "--to", "a@b.vn", *words]
    )
    assert done.exit_code == 2
    assert done.stderr.startswith("--")


def test_what_goes_over_the_wire_is_what_was_composed(send: Send, office: PostOffice) -> None:
    send("--to", "hoa@example.vn", "--yes")
    words = ["email", "04-CTr-HU", "--raw", str(RAW), "--to", "hoa@example.vn"]
    words += ["--from", f"Phòng Nội vụ <{USER}>"]
    draft = Path(CliRunner().invoke(main, words).stdout.strip()).read_bytes()
    _, wire = office.received[0]
    date, _, undated = wire.partition(b"\r\n")
    assert date.startswith(b"Date: ")
    assert undated == draft.replace(b"X-Unsent: 1\r\n", b"")
    assert b"filename*=utf-8" in wire
