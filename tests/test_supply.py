"""What giaoban is made of is looked at."""

import json
import re

import pytest
import supply
from places import ROOT

FOUND = {
    "dependencies": [
        {"name": "sound", "version": "1.0", "vulns": []},
        {"name": "unknown", "skip_reason": "not found"},
        {
            "name": "torn",
            "version": "2.1",
            "vulns": [{"id": "CVE-2099-1", "fix_versions": ["2.2", "3.0"], "aliases": []}],
        },
    ]
}


def test_every_library_that_a_user_gets_has_a_licence_known_to_be_free() -> None:
    assert supply.unfree() == []


@pytest.mark.parametrize("expression", ["GPL-3.0-or-later", "MIT AND AGPL-3.0", "", "Proprietary"])
def test_a_licence_that_nobody_has_looked_at_is_none(expression: str) -> None:
    assert not supply.is_free(expression)


def test_a_known_vulnerability_is_told_with_the_version_that_mends_it() -> None:
    lines, seen = supply.vulnerable(json.dumps(FOUND))
    assert lines == ["torn 2.1: CVE-2099-1, mended in 2.2, 3.0"]
    assert seen == 2


@pytest.mark.parametrize("audit", ["", json.dumps({"dependencies": FOUND["dependencies"][1:2]})])
def test_where_the_service_is_not_reached_a_line_says_so_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], audit: str
) -> None:
    monkeypatch.setattr(supply, "audited", lambda: audit)
    assert supply.main() == 0
    said = "Known vulnerabilities: the service that knows them was not reached.\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_everything_that_is_installed_is_locked_with_hashes(lock: str) -> None:
    locked = re.split(
        r"^(?=[a-z0-9._-]+(?:\[.+\])?==)", (ROOT / lock).read_text("utf-8"), flags=re.M
    )
    assert len(locked) > 100
    assert [entry for entry in locked[1:] if "--hash=sha256:" not in entry] == []
