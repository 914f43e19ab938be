from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from catalogue import messages, update

from giaoban.catalogues import FOLDER
from giaoban.cli import main
from giaoban.commands.translated import Spoken


@pytest.mark.slow
def test_a_new_catalogue_asks_for_every_text_and_for_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    update(path)
    with path.open("rb") as file:
        made = {m.id: m.string or "" for m in read_po(file) if m.id}
    assert set(made) == messages("fr")
    assert not any(text for string in made.values() for text in string)
    assert "Main points" in made
    assert "Main points" not in messages("vi")


@pytest.mark.slow
def test_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    update(path)
    once = path.read_bytes()
    update(path)
    assert path.read_bytes() == once


def test_what_is_translated_stays_and_what_is_no_longer_said_goes(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text('msgid "Target"\nmsgstr "Cible"\n\nmsgid "Gone"\nmsgstr "Parti"\n')
    update(path)
    assert 'msgid "Target"\nmsgstr "Cible"' in path.read_text("utf-8")
    assert "Gone" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda p: p.stem)
def test_a_bundled_catalogue_is_as_the_script_writes_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    update(copy)
    assert copy.read_bytes() == path.read_bytes()


def test_the_help_of_every_command_and_option_is_to_be_translated() -> None:
    asked = messages("fr")
    for command in (main, *main.commands.values()):
        for part in (command, *command.params):
            if not isinstance(part, Spoken):
                assert getattr(part, "help", None) is None, part
            elif part.written:
                assert part.written in asked
