"""The message that carries a report, and a draft of it that an email program opens."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from pathlib import Path
from unicodedata import normalize

from babel.dates import get_month_names

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.language import language
from giaoban.mail import headers
from giaoban.mail.bodies import PICTURE_WIDTH, Shown, html_body, plain_text, thumbnail
from giaoban.mail.brief import Brief, brief, shorter
from giaoban.mail.letter import MOST_BYTES, Letter
from giaoban.mail.recipients import Recipients
from giaoban.render import picture_of
from giaoban.wording import PageData

# Headers stay as they were written, whatever their length.
POLICY = SMTP.clone(refold_source="none")
MOST_HTML = 100_000
MEDIA_TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# No place of that name is anyone's: ids that belong to no sender are there.
NOWHERE = "giaoban.invalid"


def compose(
    page: Path, sender: Address | None, people: Recipients, beside: Sequence[str] = ()
) -> Letter:
    """Write the message that carries a report.

    Parameters
    ----------
    page : Path
        The report, ``reports/P/D/U.L.html``.
    sender : Address or None
        Whom it is from; None where the program that opens a draft fills it in.
    people : Recipients
        Who gets it. Those of ``bcc`` stand nowhere in the message.
    beside : sequence of str
        Endings of the files beside the page that are attached too: ``.pdf``, ``.docx``, ``.xlsx``.

    Returns
    -------
    Letter
        The same report and addresses give the same bytes.

    Raises
    ------
    GiaobanError
        Where a picture is missing, or it is too large.
    """
    told, digest = brief(page), _digest(page, people, beside)
    message = EmailMessage(policy=POLICY)
    _fill(message, told, [page, *map(page.with_suffix, beside)], digest)
    message["Subject"] = headers.words("Subject", subject_of(told.page))
    for name, boxes in {"From": (sender,), "To": people.to, "Cc": people.cc}.items():
        if any(boxes):
            message[name] = headers.people(name, filter(None, boxes))
    place = sender.domain if sender else NOWHERE
    message["Message-ID"] = headers.HeaderText("Message-ID", f"<{digest}@{place}>")
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = told.page.lang
    written = bytes(message)
    _require_small(page, written)
    report = "/".join([*page.parts[-3:-1], page.stem])
    return Letter(report, message_from_bytes(written, policy=POLICY), people.envelope)


def _require_small(page: Path, written: bytes) -> None:
    if len(written) > MOST_BYTES:
        template = N_(
            "{page}: the message is too large (found {size} bytes), expected {most} at most"
        )
        raise GiaobanError(template, page=page, size=len(written), most=MOST_BYTES)


def _digest(page: Path, people: Recipients, beside: Sequence[str]) -> str:
    """Tell a message by its report, by those named in it, and by what else is attached.

    Hidden recipients have no part in it: whoever has the message could try out who they are. A
    PDF follows from the page, a workbook from the page's own tables; a Word file from the office's
    template too.
    """
    named = [sorted(box.addr_spec.lower() for box in boxes) for boxes in (people.to, people.cc)]
    told = page.read_bytes() + repr((named, ".pdf" in beside)).encode()
    if ".docx" in beside:
        told += hashlib.sha256(page.with_suffix(".docx").read_bytes()).digest()
    if ".xlsx" in beside:
        told += b".xlsx"
    return hashlib.sha256(told).hexdigest()[:32]


def _has_day(title: str, day: str) -> bool:
    """Say whether a title has a day: 9/1/2024, ngày 9 tháng 1 năm 2024, 9 January 2024."""
    number, month, year = (part.lstrip("0") for part in day.split("/"))
    name = get_month_names(locale="en")[int(month)]
    day_month = rf"0?{number}(?:\W+|(?:st|nd|rd|th) |\s+tháng\s+)(?:0?{month}|{name})"
    written = rf"(?<!\d)(?:{day_month}\W+(?:năm\s+)?|{name} 0?{number}, ){year}(?!\d)"
    return bool(re.search(written, title, re.IGNORECASE))


def subject_of(told: PageData) -> str:
    """Name title, unit and day: no day behind a title that has it."""
    dated = [] if _has_day(told.title, told.meeting) else [told.meeting]
    subject = " – ".join([told.title, told.unit, *dated])
    if told.synthetic:
        return f"[{language(told.lang).say('Made-up figures')}] {subject}"
    return subject


def _fill(message: EmailMessage, told: Brief, files: Sequence[Path], digest: str) -> None:
    """Put in the text, the HTML with its pictures, and the files."""
    names = [_file_name(told.page, path) for path in files]
    drawn = {c.name: thumbnail(picture_of(files[0], c.name)) for c in told.charts}
    # Short, so that no program meets one on a line of its own.
    cids = {name: f"{number}.{digest}@{NOWHERE}" for number, name in enumerate(drawn)}
    shown = {name: Shown(cids[name], PICTURE_WIDTH, height) for name, (_, height) in drawn.items()}
    told, html = _short(told, names, shown)
    message.set_content(plain_text(told, names), cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    _, body = message.iter_parts()
    for name in (chart.name for chart in told.charts):
        png, place, file = drawn[name][0], f"<{cids[name]}>", f"{name}.png"
        body.add_related(png, "image", "png", cid=place, disposition="inline", filename=file)
    for path, name in zip(files, names, strict=True):
        kind = MEDIA_TYPES[path.suffix]
        message.add_attachment(path.read_bytes(), *kind.split("/"))
        *_, part = message.iter_parts()
        part.replace_header("Content-Type", headers.file_type(kind, name))
        part.replace_header("Content-Disposition", headers.file_name(name))
    # Neither base64 nor quoted-printable can hold "=_".
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{digest}.{number}")


def _short(told: Brief, names: Sequence[str], shown: Mapping[str, Shown]) -> tuple[Brief, str]:
    """Leave out as little as keeps the HTML, as it is sent, below what Gmail cuts."""
    for version in (told, *shorter(told)):
        html = html_body(version, names, shown)
        part = MIMEPart(policy=POLICY)
        part.set_content(html, subtype="html", cte="quoted-printable")
        if len(bytes(part)) < MOST_HTML:
            break
    return version, html


def _file_name(told: PageData, path: Path) -> str:
    """Name an attachment so that it says what it is, wherever it is kept."""
    parts = [
        told.programme[:40],
        told.unit[:40],
        f"{path.parent.name}.{told.lang}{path.suffix}",
    ]
    name = " ".join(" ".join(parts).split())
    return re.sub(r'[\\/:*?"<>|]', "-", normalize("NFC", name))


def write_draft(letter: Letter, bcc: Sequence[Address], path: Path) -> Path:
    """Write a letter as a draft.

    The hidden recipients stand in it: without them they would be lost, and the program that
    sends it takes them off. It is readable by its owner alone.
    """
    message = deepcopy(letter.message)
    message["X-Unsent"] = "1"
    if bcc:
        message["Bcc"] = headers.people("Bcc", bcc)
    return write_atomically(path, bytes(message), mode=0o600)
