import hashlib
import json
import re
import subprocess
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browsers import REPORTS, program
from bs4 import BeautifulSoup
from matplotlib.image import imread

from giaoban.errors import GiaobanError
from giaoban.mail import message
from giaoban.mail.addresses import read_address
from giaoban.mail.letter import Letter, seal
from giaoban.mail.message import MOST_HTML, compose, subject_of, write_draft
from giaoban.mail.recipients import recipients
from giaoban.wording import read_page_data

TO = "Nguyễn Văn A <a@b.vn>, c@d.vn"
CC, BCC = "Trần Thị Bích Phượng <e@f.vn>", "Ẩn danh <hidden@g.vn>"
PEOPLE, SOME = recipients(TO, CC, BCC), recipients(TO)
SENDER = read_address("Văn phòng Huyện ủy <vp@myduc.vn>")


@pytest.fixture(params=REPORTS)
def page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> Path:
    return pages[request.param]


@pytest.fixture(scope="module")
def letters(pages: dict[str, Path]) -> dict[Path, Letter]:
    """Give a letter with each page; nothing changes one."""
    return {page: compose(page, SENDER, PEOPLE) for page in pages.values()}


@pytest.fixture
def letter(page: Path, letters: dict[Path, Letter]) -> Letter:
    return letters[page]


def received(letter: Letter) -> EmailMessage:
    return message_from_bytes(bytes(letter.message), policy=policy.default)


def png(part: EmailMessage) -> tuple[int, int]:
    return imread(BytesIO(part.get_content()), format="png").shape[:2]


def test_the_parts_are_nested_as_every_program_expects(letter: Letter) -> None:
    outer = received(letter)
    body, report = outer.iter_parts()
    text, related = body.iter_parts()
    html, *pictures = related.iter_parts()
    assert [p.get_content_type() for p in (outer, body, text, related, html, report)] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "text/html",
    ]
    assert 2 <= len(pictures) <= 4
    assert {p.get_content_type() for p in pictures} == {"image/png"}
    assert {p.get_content_disposition() for p in pictures} == {"inline"}


def test_every_picture_is_shown_by_its_id_at_most_twice_its_width(letter: Letter) -> None:
    outer = received(letter)
    pictures = [part for part in outer.walk() if part["Content-ID"]]
    html = outer.get_body(("html",))
    assert html
    shown = BeautifulSoup(html.get_content(), "html.parser").select("img")
    assert [f"<{str(image['src']).removeprefix('cid:')}>" for image in shown] == [
        part["Content-ID"] for part in pictures
    ]
    sizes = [(2 * int(str(image["height"])), 2 * int(str(image["width"]))) for image in shown]
    assert [png(part) for part in pictures] == sizes
    raw = bytes(letter.message)
    assert len(re.findall(rb"\r\nContent-ID: <[^>\r\n]+>\r\n", raw)) == len(pictures)


def test_the_report_is_attached_byte_by_byte_under_its_own_name(letter: Letter, page: Path) -> None:
    (report,) = received(letter).iter_attachments()
    assert report.get_payload(decode=True) == page.read_bytes()
    assert str(report.get_filename()).endswith(f" {page.parent.name}.{page.name[-7:]}")


def test_the_html_stays_below_what_gmail_cuts(letter: Letter) -> None:
    html = received(letter).get_body(("html",))
    assert html
    assert html["Content-Transfer-Encoding"] == "quoted-printable"
    assert len(html.as_bytes()) < MOST_HTML


def test_lines_fit_and_are_ascii(letter: Letter) -> None:
    lines = bytes(letter.message).split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert bytes(letter.message).isascii()


def test_the_headers_say_who_what_and_in_which_language(letter: Letter, page: Path) -> None:
    found = received(letter)
    assert found["From"].addresses[0].display_name == "Văn phòng Huyện ủy"
    assert [box.addr_spec for box in found["To"].addresses] == ["a@b.vn", "c@d.vn"]
    assert found["Cc"].addresses[0].display_name == "Trần Thị Bích Phượng"
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["Content-Language"] == page.stem.rpartition(".")[2]
    assert re.fullmatch(r"<[0-9a-f]{32}@myduc\.vn>", found["Message-ID"])
    assert found["Date"] is None
    assert letter.report == f"{page.parents[1].name}/{page.parent.name}/{page.stem}"


def test_the_subject_names_title_unit_and_day(pages: dict[str, Path]) -> None:
    letter = compose(pages["04-CTr-HU.vi"], None, SOME)
    assert received(letter)["Subject"] == (
        "Hội nghị giao ban Chương trình 04-CTr/HU – Huyện Mỹ Đức – 14/03/2023"
    )


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Giao ban lần 9", " – 09/01/2024"),
        ("Tổng kết 9 năm 2015-2024", " – 09/01/2024"),
        ("Giao ban tháng 9 năm 2024", " – 09/01/2024"),
        ("Từ 19/1/2024 đến nay", " – 09/01/2024"),
        ("Số liệu đến ngày 9/1/2024", ""),
        ("Hội nghị ngày 09 tháng 01 năm 2024", ""),
        ("On 9 January 2024", ""),
        ("On January 9, 2024", ""),
    ],
)
def test_a_title_that_has_the_day_is_followed_by_none(
    pages: dict[str, Path], title: str, day: str
) -> None:
    page = replace(
        read_page_data(pages["04-CTr-HU.vi"]), title=title, unit="Huyện", meeting="09/01/2024"
    )
    assert subject_of(page) == f"{title} – Huyện{day}"


def test_made_up_figures_are_told_by_the_subject(pages: dict[str, Path]) -> None:
    assert str(compose(pages["demo.en"], None, SOME).message["Subject"]).startswith(
        "[Made-up figures]"
    )


def test_hidden_recipients_get_it_and_stand_nowhere_in_it(letter: Letter, page: Path) -> None:
    assert letter.recipients == ("a@b.vn", "c@d.vn", "e@f.vn", "hidden@g.vn")
    assert b"hidden" not in bytes(letter.message)
    assert letter.message["Bcc"] is None
    assert bytes(compose(page, SENDER, recipients(TO, CC)).message) == bytes(letter.message)


def test_the_same_report_and_people_give_the_same_bytes_and_others_another_id(
    letter: Letter, page: Path
) -> None:
    again = compose(page, SENDER, PEOPLE)
    assert bytes(again.message) == bytes(letter.message)
    other = compose(page, SENDER, recipients("a@b.vn", CC, BCC))
    assert other.message["Message-ID"] != letter.message["Message-ID"]


def test_no_boundary_stands_in_what_it_bounds(letter: Letter) -> None:
    for part in letter.message.walk():
        if boundary := part.get_boundary():
            parts = len(list(part.iter_parts()))
            assert bytes(letter.message).count(f"--{boundary}\r\n".encode()) == parts
            assert bytes(letter.message).count(f"--{boundary}--".encode()) == 1


def test_another_program_finds_the_same_parts(letter: Letter, page: Path, tmp_path: Path) -> None:
    mu = program("mu", package="maildir-utils")
    draft = write_draft(letter, PEOPLE.bcc, tmp_path / "draft.eml")
    seen = subprocess.run([mu, "view", draft], capture_output=True, text=True, check=True).stdout
    assert f"Subject: {received(letter)['Subject']}\n" in seen
    assert "From: Văn phòng Huyện ủy <vp@myduc.vn>\n" in seen
    text = received(letter).get_body(("plain",))
    assert text
    assert "\n".join(text.get_content().splitlines()).strip() in seen
    (tmp_path / "parts").mkdir()
    save: list[str | Path] = [
        mu,
        "extract",
        "--save-all",
        f"--target-dir={tmp_path / 'parts'}",
        draft,
    ]
    subprocess.run(save, capture_output=True, check=True)
    found = {digest(path.read_bytes()) for path in (tmp_path / "parts").iterdir()}
    sent = [p for p in letter.message.walk() if p["Content-ID"] or p.is_attachment()]
    assert {digest(part.get_payload(decode=True)) for part in sent} <= found  # type: ignore[arg-type]
    (name,) = (str(part.get_filename()) for part in letter.message.iter_attachments())
    kept = next(p for p in (tmp_path / "parts").iterdir() if p.read_bytes() == page.read_bytes())
    assert kept.name == name.replace(" ", "-")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_pdf_goes_with_it_where_it_is_asked_for(pages: dict[str, Path], tmp_path: Path) -> None:
    page = copied(pages["04-CTr-HU.vi"], tmp_path)
    page.with_suffix(".pdf").write_bytes(b"%PDF-1.7 a stand-in")
    files = list(received(compose(page, None, SOME, [".pdf"])).iter_attachments())
    assert [part.get_content_type() for part in files] == ["text/html", "application/pdf"]
    assert files[1].get_content() == b"%PDF-1.7 a stand-in"
    assert str(files[1].get_filename()).endswith(".vi.pdf")


def test_the_word_file_goes_with_it_and_tells_one_message_from_another(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    page = copied(pages["04-CTr-HU.vi"], tmp_path)
    page.with_suffix(".docx").write_bytes(b"PK a stand-in")
    letter = compose(page, SENDER, SOME, [".docx"])
    html, word = received(letter).iter_attachments()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert (html.get_content_type(), word.get_content_type()) == ("text/html", kind)
    assert word.get_payload(decode=True) == b"PK a stand-in"
    assert word.get_filename() == "04-CTr-HU Huyện Mỹ Đức 2023-03-14.vi.docx"
    text = received(letter).get_body(("plain",))
    assert text
    assert str(word.get_filename()) in text.get_content()
    told = {str(letter.message["Message-ID"])}
    told.add(str(compose(page, SENDER, SOME).message["Message-ID"]))
    page.with_suffix(".docx").write_bytes(b"PK in the office's template")
    told.add(str(compose(page, SENDER, SOME, [".docx"]).message["Message-ID"]))
    assert len(told) == 3


def test_the_workbook_of_results_goes_with_it_where_it_is_asked_for(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    page = copied(pages["04-CTr-HU.vi"], tmp_path)
    page.with_suffix(".xlsx").write_bytes(b"PK a stand-in")
    alone, both = compose(page, None, SOME), compose(page, None, SOME, [".xlsx"])
    files = list(received(both).iter_attachments())
    assert [str(part.get_filename()).rpartition(".")[2] for part in files] == ["html", "xlsx"]
    assert files[1].get_content_type().endswith("spreadsheetml.sheet")
    assert files[1].get_content() == b"PK a stand-in"
    assert alone.message["Message-ID"] != both.message["Message-ID"]


def copied(page: Path, folder: Path) -> Path:
    """Give a report of its own, with its pictures, that a test may spoil."""
    for path in [page, page.with_suffix(".json"), *page.parents[3].glob("figures/*/*/*/*.*")]:
        new = folder / path.relative_to(page.parents[3])
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(path.read_bytes())
    return folder / page.relative_to(page.parents[3])


def say(page: Path, **texts: object) -> None:
    """Let the data of a page say something else."""
    path = page.with_suffix(".json")
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | texts), "utf-8")


def test_a_message_of_more_than_20_mb_is_refused(pages: dict[str, Path], tmp_path: Path) -> None:
    page = copied(pages["04-CTr-HU.vi"], tmp_path)
    page.write_bytes(page.read_bytes() + b"<!--" + b"x" * 15_000_000 + b"-->")
    with pytest.raises(GiaobanError, match=r"too large \(found 2\d{7} bytes\), expected 20000000"):
        compose(page, None, SOME)


def test_a_picture_that_cannot_be_read_is_told(pages: dict[str, Path], tmp_path: Path) -> None:
    page = copied(pages["04-CTr-HU.vi"], tmp_path)
    (drawing,) = tmp_path.glob("figures/*/*/*/targets.vi.svg")
    drawing.write_text("<svg/>")
    with pytest.raises(GiaobanError, match=r"targets\.vi\.svg: is not as it was when the page was"):
        compose(page, None, SOME)
    nowhere = {"name": "nowhere", "heading": "", "title": "", "description": ""}
    say(page, charts=[nowhere])
    with pytest.raises(GiaobanError, match=r"nowhere\.vi\.png: the chart’s picture cannot be read"):
        compose(page, None, SOME)


def shown(letter: Letter) -> tuple[int, str, str]:
    """Give the size of the HTML as it is sent, and what both bodies say, each on one line."""
    html, text = (received(letter).get_body((kind,)) for kind in ("html", "plain"))
    assert html
    assert text
    seen = BeautifulSoup(html.get_content(), "html.parser").get_text()
    return len(html.as_bytes()), " ".join(seen.split()), " ".join(text.get_content().split())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("04-CTr-HU.vi", "Số dòng lược bớt ở đây: {}. Phần còn lại có trong trang đính kèm."),
        ("demo.en", "Rows left out here: {}. The rest is in the attached page."),
    ],
)
def test_of_a_scorecard_that_gmail_would_cut_the_first_rows_are_shown(
    pages: dict[str, Path], tmp_path: Path, name: str, told: str
) -> None:
    page = copied(pages[name], tmp_path)
    card = json.loads(page.with_suffix(".json").read_text("utf-8"))["scorecard"]
    for number, row in enumerate(card["rows"]):
        row["name"] = [f"Row {number:02}", *["Chỉ tiêu được mô tả rất dài. " * 30] * 6]
    say(page, scorecard=card)
    size, *bodies = shown(compose(page, None, SOME))
    assert 80_000 < size < MOST_HTML
    rows = [f"Row {number:02}" for number in range(len(card["rows"]))]
    kept = [row for row in rows if row in bodies[0]]
    assert 1 < len(kept) < len(rows)
    assert kept == rows[: len(kept)] == [row for row in rows if row in bodies[1]]
    assert all(told.format(len(rows) - len(kept)) in body for body in bodies)


def test_a_page_that_says_no_end_of_things_is_shortened_too(page: Path, tmp_path: Path) -> None:
    page = copied(page, tmp_path)
    told = json.loads(page.with_suffix(".json").read_text("utf-8"))
    endless = {key: longer(said) for key, said in told.items() if key not in ("lang", "charts")}
    say(page, **endless)
    size, *bodies = shown(compose(page, None, SOME))
    assert size < MOST_HTML
    assert told["title"] in bodies[0]
    assert told["scorecard"]["rows"][0]["name"][0] in bodies[0]


def longer(said: Any) -> Any:
    """Put ten thousand letters behind every text."""
    if isinstance(said, dict):
        return {name: longer(part) for name, part in said.items()}
    if isinstance(said, list):
        return [longer(part) for part in said]
    return said + " dài" * 2_500 if isinstance(said, str) else said


def test_a_message_leaves_out_no_more_than_it_must(
    page: Path, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, *_ = shown(letter)
    monkeypatch.setattr(message, "MOST_HTML", size)
    less, seen, _ = shown(compose(page, SENDER, PEOPLE))
    assert less < size
    left_out = re.findall(r"(?:left out here|lược bớt ở đây): (\d+)\.", seen)
    assert left_out[0] == "1"


def test_a_line_break_in_a_title_becomes_a_space(pages: dict[str, Path], tmp_path: Path) -> None:
    page = copied(pages["04-CTr-HU.en"], tmp_path)
    say(page, title="One\r\nBcc: x@y.vn\r\n\r\nTwo")
    found = received(compose(page, None, SOME))
    assert found["Bcc"] is None
    assert found["Subject"].startswith("One Bcc: x@y.vn ")


def test_a_draft_is_marked_unsent_and_keeps_its_hidden_recipients(
    letter: Letter, tmp_path: Path
) -> None:
    path = write_draft(letter, PEOPLE.bcc, tmp_path / "draft.eml")
    draft = path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    found = message_from_bytes(draft, policy=policy.default)
    assert (found["X-Unsent"], found["Date"]) == ("1", None)
    assert str(found["Bcc"]) == "Ẩn danh <hidden@g.vn>"
    assert draft == write_draft(letter, PEOPLE.bcc, tmp_path / "again.eml").read_bytes()
    assert letter.message["X-Unsent"] is None
    assert letter.message["Bcc"] is None


@pytest.mark.parametrize("unit", ['Xã "My, Duc"\nBcc: evil@x.vn', "Xa My\r\n\r\nBcc: evil@x.vn"])
def test_a_line_break_in_a_units_title_leaves_the_report_whole(
    pages: dict[str, Path], tmp_path: Path, unit: str
) -> None:
    page = copied(pages["04-CTr-HU.en"], tmp_path)
    say(page, unit=unit)
    page.write_bytes(page.read_bytes() + f"<!-- {unit} -->".encode())
    found = message_from_bytes(seal(compose(page, SENDER, PEOPLE)).content, policy=policy.default)
    (report,) = found.iter_attachments()
    assert report.get_payload(decode=True) == page.read_bytes()
    assert found["Bcc"] is None
