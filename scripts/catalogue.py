"""Create the catalogue of a language, or bring it up to date: python scripts/catalogue.py CODE."""

import io
import sys
from pathlib import Path

import nbformat
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from giaoban.catalogues import SOURCE_LANGUAGE, catalogue
from giaoban.cli import main
from giaoban.commands.translated import CLICK_SAYS, Spoken
from giaoban.render.outline import headings
from giaoban.tables.frames import frame_texts
from giaoban.tables.schema import TABLES, table_schema
from giaoban.tables.titles import PROGRAMME

ROOT = Path(__file__).parents[1]
SCHEMAS = (PROGRAMME, *TABLES)
KEYWORDS = {"say": None, "paragraph": None, "N_": None}
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
HEADER = """# {name} words and sentences.
msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""
Message = str | tuple[str, str]


def messages(code: str) -> set[Message]:
    """Give every text that the catalogue of a language must hold; plurals with their singular."""
    notebooks = [nbformat.read(p, as_version=4) for p in (ROOT / "notebooks").glob("*.ipynb")]
    commands = (c for c in (main, *main.commands.values()) if isinstance(c, Spoken))
    said = {
        message if isinstance(message, str) else message[0]
        for folder in ("src/giaoban", "share")
        for _, _, message, _, _ in extract_from_dir(ROOT / folder, METHODS, keywords=KEYWORDS)
    }
    helps = {c.written for c in commands if c.written}
    read = [*(headings(notebook, code) for notebook in notebooks), *map(_schema_texts, SCHEMAS)]
    return said.union(helps, CLICK_SAYS, frame_texts(), *read)


def _schema_texts(name: str) -> set[str]:
    schema = table_schema(name)
    fields = schema["fields"]
    return {
        schema["title"],
        *(field[part] for field in fields for part in ("title", "description")),
        *(title for field in fields for title in field.get("codes", {}).values()),
    }


def update(path: Path) -> None:
    """Write a catalogue with what it must hold; what is translated already stays."""
    code = path.stem
    old = {}
    if path.is_file():
        old = {
            message.id: message.string
            for message in read_po(io.BytesIO(path.read_bytes()), locale=code)
        }
    new = Catalog(locale=code)
    for message in messages(code):
        new.add(message, old.get(message, ""))
    written = io.BytesIO()
    write_po(written, new, width=100, sort_output=True, omit_header=True)
    name = Locale.parse(code).get_display_name("en")
    header = HEADER.format(name=name, code=code, plurals=new.plural_forms)
    path.write_bytes(header.encode() + written.getvalue())


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] == SOURCE_LANGUAGE:
        sys.exit(__doc__)
    update(catalogue(sys.argv[1]))
