"""From the command to the people: reports on disk, a real mail server, an outbox."""

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from places import RAW
from postoffice import USER, PostOffice

from giaoban.cli import main
from giaoban.errors import GiaobanError
from giaoban.mail import Mailing, Outbox, group_recipients, send_letters, write_drafts
from giaoban.mail.recipients import Recipients
from giaoban.mail.settings import Server
from giaoban.mail.trust import own_folder
from giaoban.render import write_docx
from giaoban.render.word.template import open_base

Send = Callable[..., Result]


@pytest.fixture
def mailing(
    pages: dict[str, Path],
    tmp_path: Path,
    office: PostOffice,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> Mailing:
    """Be a user with settings, in a folder with the reports of the bundled programme."""
    home = pages["04-CTr-HU.vi"].parents[3]
    for name in ("reports", "figures"):
        shutil.copytree(home / name / "04-CTr-HU", tmp_path / name / "04-CTr-HU")
    address = f"smtp://{quote(USER, safe='')}@{server.host}:{office.port}"
    settings = (
        f'[email]\nserver = "{address}"\nfrom = "Phòng Nội vụ <{USER}>"\nca = "{server.ca}"\n'
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    own_folder().mkdir(parents=True)
    (own_folder() / "giaoban.toml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Mailing(RAW / "04-CTr-HU", "2023-03-14", RAW, Path(), "", beside=(), demo=False)


@pytest.fixture
def send(mailing: Mailing) -> Send:
    """Send the report of the bundled programme with the command."""

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


def test_where_one_is_refused_the_run_and_the_outbox_say_what_to_do(
    send: Send, office: PostOffice
) -> None:
    office.answers["hoa@example.vn"] = ["550 no such user"]
    step = "refused: mend what the server says, then `giaoban outbox --send-again ADDRESS`"
    for _ in range(2):
        done = send("--to", "hoa@example.vn", "--lang", "en", "--yes")
        assert (done.exit_code, done.stderr.count(step)) == (1, 1)
    shown = CliRunner().invoke(main, ["outbox"])
    assert step in shown.stderr
    assert step not in shown.stdout


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


def test_the_word_file_is_made_where_it_is_missing_and_goes_with_the_report(
    send: Send, office: PostOffice
) -> None:
    assert send("--to", "hoa@example.vn", "--docx", "--yes").exit_code == 0
    got = message_from_bytes(office.received[0][1], policy=policy.default)
    _, word = got.iter_attachments()
    path = Path("reports/04-CTr-HU/2023-03-14/my-duc.vi.docx")
    assert word.get_payload(decode=True) == path.read_bytes()
    again = send("--to", "hoa@example.vn", "--yes")
    assert again.exit_code == 0
    assert len(office.received) == 1, "the same report goes to nobody twice, with or without it"


def test_the_word_file_that_is_there_goes_as_it_is(send: Send, office: PostOffice) -> None:
    page = Path("reports/04-CTr-HU/2023-03-14/my-duc.vi.html")
    document = open_base()
    document.add_paragraph("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI")
    document.save("template.docx")
    made = write_docx(page, Path("template.docx")).read_bytes()
    words = ["email", "04-CTr-HU", "--raw", str(RAW), "--to", "hoa@example.vn", "--docx"]
    done = CliRunner().invoke(main, words)
    draft = message_from_bytes(Path(done.stdout.strip()).read_bytes(), policy=policy.default)
    assert [part.get_payload(decode=True) for part in draft.iter_attachments()][1] == made


def test_a_word_file_that_somebody_has_changed_is_not_sent_as_the_report(
    send: Send, office: PostOffice
) -> None:
    path = Path("reports/04-CTr-HU/2023-03-14/my-duc.vi.docx")
    open_base().save(str(path))
    done = send("--to", "hoa@example.vn", "--docx", "--yes")
    assert (done.exit_code, "somebody has changed it" in done.stderr) == (2, True)
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


def people(*addresses: str, lang: str = "en") -> dict[tuple[str, str], Recipients]:
    return group_recipients(addresses, (), ("mai@example.vn",), None, "", lang)


def test_the_report_of_a_mailing_is_that_of_the_meeting_in_the_first_language_or_the_one_asked_for(
    mailing: Mailing,
) -> None:
    folder = Path("reports/04-CTr-HU/2023-03-14")
    assert mailing.job("", "").path("html") == folder / "my-duc.vi.html"
    latest = replace(mailing, meeting="latest")
    assert latest.job("my-duc", "en").path("html") == folder / "my-duc.en.html"
    with pytest.raises(GiaobanError, match=r"ha-noi\.vi\.html: no such report"):
        mailing.job("ha-noi", "vi")


def test_a_draft_stands_beside_its_report_or_where_it_is_asked_for_and_keeps_the_hidden(
    mailing: Mailing,
) -> None:
    (beside,) = write_drafts(mailing, people("hoa@example.vn"), None)
    assert beside == Path("reports/04-CTr-HU/2023-03-14/my-duc.en.eml")
    (asked,) = write_drafts(mailing, people("hoa@example.vn"), Path("letter.eml"))
    assert asked.read_bytes() == beside.read_bytes()
    draft = message_from_bytes(asked.read_bytes(), policy=policy.default)
    assert [str(draft[name]) for name in ("To", "Bcc")] == ["hoa@example.vn", "mai@example.vn"]


def test_drafts_of_several_reports_do_not_go_into_one_file(mailing: Mailing) -> None:
    both = people("hoa@example.vn") | people("lan@example.org", lang="vi")
    with pytest.raises(GiaobanError, match="--draft names one file"):
        list(write_drafts(mailing, both, Path("letter.eml")))
    assert not Path("letter.eml").exists()
    assert [path.name for path in write_drafts(mailing, both, None)] == [
        "my-duc.en.eml",
        "my-duc.vi.eml",
    ]


def test_letters_are_sent_once_and_say_whether_everybody_has_got_them(
    mailing: Mailing, office: PostOffice
) -> None:
    office.answers["hoa@example.vn"] = ["550 no such user"]
    groups = people("hoa@example.vn", "lan@example.org")
    assert not send_letters(mailing, groups, again=False, yes=True)
    assert office.per_person() == {"lan@example.org": 1, "mai@example.vn": 1}
    with Outbox(mailing.out_dir) as outbox:
        states = {delivery.address: delivery.state for delivery in outbox.deliveries()}
        assert states.pop("hoa@example.vn") == "refused"
        assert set(states.values()) == {"sent"}
        outbox.settle("hoa@example.vn", arrived=False)
    assert send_letters(mailing, groups, again=False, yes=True)
    assert office.per_person() == {"lan@example.org": 1, "mai@example.vn": 1, "hoa@example.vn": 1}
    assert send_letters(mailing, people("hoa@example.vn"), again=True, yes=True)
    assert office.per_person()["hoa@example.vn"] == 2


def test_a_folder_that_names_a_server_gets_no_password_until_somebody_says_yes(
    send: Send, office: PostOffice
) -> None:
    (own_folder() / "giaoban.toml").rename("giaoban.toml")
    refused = send("--to", "hoa@example.vn", "--yes")
    assert refused.exit_code == 2
    assert "giaoban.toml: a folder's settings are followed only after" in refused.stderr
    assert send("--to", "hoa@example.vn", typed="no\n").exit_code == 2
    assert (office.received, office.connections) == ([], 0)
    assert send("--to", "hoa@example.vn", typed="yes\nyes\n").exit_code == 0
    assert send("--to", "mai@example.vn", "--yes").exit_code == 0
    assert office.per_person() == {"hoa@example.vn": 1, "mai@example.vn": 1}


def test_a_draft_takes_the_workbook_of_results_along(mailing: Mailing, tmp_path: Path) -> None:
    people = group_recipients(("lan@example.vn",), (), (), None, "", "")
    (draft,) = write_drafts(replace(mailing, beside=(".xlsx",)), people, tmp_path / "draft.eml")
    message = message_from_bytes(draft.read_bytes(), policy=policy.default)
    files = {str(part.get_filename()): part for part in message.iter_attachments()}
    (name,) = (name for name in files if name.endswith(".xlsx"))
    book = load_workbook(io.BytesIO(files[name].get_content()))
    assert book.sheetnames[2] == "Biểu số liệu"
