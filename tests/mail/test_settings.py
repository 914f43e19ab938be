import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from giaoban.errors import GiaobanError
from giaoban.mail import settings
from giaoban.mail.settings import Server, read_password, read_sender, read_server
from giaoban.mail.trust import own_folder

SECRET = "bi-mat-5520"  # noqa: S105
WITH_CONFIG = '[email]\nserver = "smtps://lan@mail.example.vn"\nfrom = "Lan <lan@example.vn>"\n'


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start in an empty folder, with an empty home and nothing set."""
    for name in (*settings.SETTINGS.values(), settings.PASSWORD, "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
def config() -> Path:
    """Give the place of the user's own file of settings."""
    path = own_folder() / settings.CONFIG
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setenv(settings.URL, text)


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("smtp://lan@mail.example.vn:25", Server("mail.example.vn", 25, False, "lan")),
        ("smtp://mail.example.vn", Server("mail.example.vn", 587, False, "")),
        ("smtps://lan@mail.example.vn/", Server("mail.example.vn", 465, True, "lan")),
        (
            "smtps://lan@example.vn@m.example.vn",
            Server("m.example.vn", 465, True, "lan@example.vn"),
        ),
        ("smtps://lan%40example.vn@m.vn", Server("m.vn", 465, True, "lan@example.vn")),
    ],
)
def test_a_url_names_the_server(url: Callable[[str], None], text: str, server: Server) -> None:
    url(text)
    assert read_server(ask=True) == server


@pytest.mark.parametrize(
    "text",
    [
        f"smtp://lan:{SECRET}@mail.example.vn:587",
        f"smtps://lan:{SECRET}/x@mail.example.vn",
        f"smtps://lan:1/{SECRET}@mail.example.vn",
        f"smtps://lan:#{SECRET}@mail.example.vn",
        f"smtps://lan:?{SECRET}@mail.example.vn",
        f"smtp:lan:{SECRET}@mail.example.vn",
        f"http://lan@mail.example.vn/{SECRET}",
        f"smtp://lan@mail.example.vn:{SECRET}",
        f"lan:{SECRET}@mail.example.vn",
    ],
)
def test_a_url_that_will_not_do_is_refused_and_never_repeated(
    url: Callable[[str], None], text: str
) -> None:
    url(text)
    with pytest.raises(GiaobanError, match=f"^{settings.URL}: ") as error:
        read_server(ask=True)
    assert SECRET not in str(error.value) + repr(error.value)


def test_a_password_in_the_url_is_refused_in_words(url: Callable[[str], None]) -> None:
    url(f"smtp://lan:{SECRET}@mail.example.vn:587")
    with pytest.raises(GiaobanError, match=r"take it out, and set GIAOBAN_SMTP_PASSWORD"):
        read_server(ask=True)


def test_without_a_server_or_sender_it_is_said_how_to_set_one() -> None:
    with pytest.raises(
        GiaobanError, match=r"set GIAOBAN_SMTP_URL .* or write it into giaoban.toml"
    ):
        read_server(ask=True)
    with pytest.raises(GiaobanError, match=r"set GIAOBAN_FROM .* or write it into giaoban.toml"):
        read_sender(ask=True)


def test_a_config_file_says_it_too_with_certificates_beside_it(config: Path) -> None:
    config.write_text(WITH_CONFIG + 'ca = "office.pem"\n')
    ca = config.parent / "office.pem"
    assert read_server(ask=False) == Server("mail.example.vn", 465, True, "lan", ca)
    assert str(read_sender(ask=False)) == "Lan <lan@example.vn>"


def test_the_environment_comes_before_the_config_file(
    url: Callable[[str], None], config: Path
) -> None:
    config.write_text(WITH_CONFIG)
    url("smtp://mail.example.vn")
    assert read_server(ask=False).port == 587
    assert read_sender(ask=False).addr_spec == "lan@example.vn"


def test_a_server_of_the_environment_trusts_no_certificates_of_another_place(
    url: Callable[[str], None], config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(WITH_CONFIG + 'ca = "office.pem"\n')
    url("smtp://mail.example.vn")
    assert read_server(ask=False).ca is None
    monkeypatch.setenv(settings.CA, "/etc/ssl/office.pem")
    assert read_server(ask=False).ca == Path("/etc/ssl/office.pem")


def test_certificates_without_their_server_are_refused(config: Path) -> None:
    config.write_text("[email]\nca = 'office.pem'\n")
    with pytest.raises(GiaobanError, match="ca without server"):
        read_server(ask=False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"password = '{SECRET}", "cannot be read, expected TOML"),
        ("", "cannot be read, expected TOML"),
        ("email = 1", "cannot be read, expected TOML"),
        (f"[email]\npasword = '{SECRET}'", "unknown setting .found pasword."),
        (f"[email]\nserver = 'smtp://lan:{SECRET}@m.vn'", "a password stands in it"),
    ],
)
def test_a_config_file_that_will_not_do_is_named_and_not_repeated(
    config: Path, text: str, message: str
) -> None:
    config.write_text(text)
    with pytest.raises(GiaobanError, match=rf"giaoban\.toml: {message}") as error:
        read_server(ask=True)
    assert SECRET not in str(error.value)


def test_a_malformed_sender_is_refused_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.SENDER, "Lan <lan@example.vn\nBcc: x@example.vn>")
    with pytest.raises(GiaobanError, match=r"^GIAOBAN_FROM: .*line break"):
        read_sender(ask=True)


MAIL = Server("mail.example.vn", 587, False, "lan")


def test_a_password_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.PASSWORD, SECRET)
    assert read_password(MAIL) == SECRET


def test_without_a_password_it_is_said_how_to_give_one() -> None:
    with pytest.raises(GiaobanError, match=r"set GIAOBAN_SMTP_PASSWORD, or .*lan@mail.example.vn"):
        read_password(MAIL)


def test_a_password_with_accents_is_refused_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.PASSWORD, "bí-mật-5520")
    with pytest.raises(GiaobanError, match="letters with accents") as error:
        read_password(MAIL)
    assert "bí-mật" not in str(error.value)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stand in for the package keyring, which is no dependency."""
    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = RuntimeError  # type: ignore[attr-defined]
    keyring.errors = errors  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return keyring


def test_a_password_comes_from_the_keyring_of_its_own_server(keyring: ModuleType) -> None:
    kept = {("giaoban", "lan@mail.example.vn"): SECRET}
    keyring.get_password = lambda *key: kept.get(key)  # type: ignore[attr-defined]
    assert read_password(MAIL) == SECRET
    with pytest.raises(GiaobanError, match=r"no password for lan at elsewhere\.vn"):
        read_password(Server("elsewhere.vn", 587, False, "lan"))


def test_a_keyring_that_cannot_be_opened_holds_nothing(keyring: ModuleType) -> None:
    def locked(*_: str) -> str:
        raise RuntimeError

    keyring.get_password = locked  # type: ignore[attr-defined]
    with pytest.raises(GiaobanError, match="no password"):
        read_password(MAIL)
