"""Every promise names a test that holds it, and every test that is named is there."""

import re

import pytest
from places import ROOT

PAGE = (ROOT / "docs/promises.md").read_text("utf-8")
PROMISED, _ = PAGE.split("## What is not promised")
PROMISES = re.findall(r"^- (.+)$", PROMISED, re.M)


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_is_held_by_tests_that_are_there(promise: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", promise)
    assert named
    for file, test in named:
        assert re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.M), test
