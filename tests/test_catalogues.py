import locale

import pytest

from giaoban.catalogues import VARIABLES, user_language


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Set the environment to what a test says, and to nothing else."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in request.param.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "km_KH.UTF-8"}, "en"),
        ({"LANG": "vi_VN", "LC_MESSAGES": "en_US"}, "en"),
        ({"LC_MESSAGES": "en_US", "LC_ALL": "vi_VN@x"}, "vi"),
        ({"LC_ALL": "en_US", "LANGUAGE": "vi"}, "vi"),
        ({"LANGUAGE": "", "LANG": "vi_VN"}, "vi"),
        ({"LANGUAGE": "km:vi:en"}, "vi"),
        ({"LANGUAGE": "en:vi"}, "en"),
    ],
    indirect=["said"],
    ids=str,
)
@pytest.mark.usefixtures("said")
def test_the_users_language_is_the_one_that_gettext_would_take(expected: str) -> None:
    assert user_language() == expected


@pytest.mark.parametrize(
    ("system", "expected"),
    [("Vietnamese_Vietnam", "vi"), ("vi_VN", "vi"), ("English_United States", "en"), (None, "en")],
)
@pytest.mark.parametrize("said", [{}], indirect=True, ids=["nothing"])
@pytest.mark.usefixtures("said")
def test_where_the_environment_says_nothing_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch, system: str | None, expected: str
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (system, "UTF-8"))
    assert user_language() == expected
