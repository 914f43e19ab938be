"""The finished reports that the README leads to."""

from pathlib import Path

import pytest
from places import ROOT


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_example_is_what_the_report_is_now(pages: dict[str, Path], lang: str) -> None:
    example = ROOT / f"docs/examples/04-CTr-HU.{lang}.html"
    made = pages[f"04-CTr-HU.{lang}"].read_bytes()
    assert example.read_bytes() == made, "stale: run `make examples`"
    assert len(made) <= 150_000
