import io
from pathlib import Path

import pytest

from giaoban.errors import GiaobanError
from giaoban.mail import settings
from giaoban.mail.settings import read_sender, read_server
from giaoban.mail.trust import own_folder

FOLDERS = '[email]\nserver = "smtps://lan@mail.example.vn"\nca = "office.pem"\n'


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Start in a folder with settings and certificates of its own."""
    for name in (*settings.SETTINGS.values(), "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    here = tmp_path / "here"
    here.mkdir()
    (here / settings.CONFIG).write_text(FOLDERS)
    (here / "office.pem").write_text("certificates")
    monkeypatch.chdir(here)
    return here


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))


def refused(*, ask: bool) -> None:
    with pytest.raises(GiaobanError, match=r"giaoban\.toml: .* only after somebody said yes"):
        read_server(ask=ask)


def test_a_folders_file_is_never_followed_where_nobody_is_asked() -> None:
    refused(ask=False)
    with pytest.raises(GiaobanError, match="only after somebody said yes"):
        read_sender(ask=False)


@pytest.mark.parametrize("word", ["no", "", "y", "maybe"])
def test_only_the_word_yes_makes_it_followed(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    answer(monkeypatch, word)
    refused(ask=True)
    refused(ask=False)


def test_it_is_asked_about_once_with_its_name_and_what_it_says(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "yes")
    assert read_server(ask=True).host == "mail.example.vn"
    shown = capsys.readouterr().err
    for text in (str(folder / "giaoban.toml"), "server = mail.example.vn:465", "user = lan"):
        assert text in shown
    assert "office.pem" in shown
    answer(monkeypatch, "never read")
    assert read_server(ask=True) == read_server(ask=False)
    assert read_server(ask=False).pem == b"certificates"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("changed", ["giaoban.toml", "office.pem"])
def test_a_changed_file_or_other_certificates_are_asked_about_anew(
    monkeypatch: pytest.MonkeyPatch, folder: Path, changed: str
) -> None:
    answer(monkeypatch, "yes")
    read_server(ask=True)
    with (folder / changed).open("a") as file:
        file.write("\n# another\n")
    refused(ask=False)


def test_the_same_file_in_another_folder_is_asked_about_anew(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    answer(monkeypatch, "yes")
    read_server(ask=True)
    monkeypatch.chdir(folder.rename(folder.parent / "elsewhere"))
    refused(ask=False)


def test_a_server_of_the_environment_needs_nobodys_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.URL, "smtp://mail.example.vn")
    assert read_server(ask=False).ca is None


def test_the_users_own_folder_needs_nobodys_yes(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    own = own_folder()
    own.parent.mkdir(parents=True)
    folder.rename(own)
    monkeypatch.chdir(own)
    assert read_server(ask=False).host == "mail.example.vn"


def test_certificates_that_are_not_there_are_named(folder: Path) -> None:
    (folder / "office.pem").unlink()
    with pytest.raises(GiaobanError, match=r"office\.pem: cannot be read"):
        read_server(ask=True)


def test_a_user_that_is_spelled_like_a_server_hides_no_server(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user = "lan%40mail.good.vn%3A587" + "x" * 200
    text = f'[email]\nserver = "smtp://{user}@evil.example"\n'
    (folder / settings.CONFIG).write_text(text)
    answer(monkeypatch, "no")
    refused(ask=True)
    assert "  server = evil.example:587\n" in capsys.readouterr().err
    (folder / settings.CONFIG).write_text(text.replace("x" * 200, "%20" * 80))
    with pytest.raises(GiaobanError, match="the user holds"):
        read_server(ask=True)
