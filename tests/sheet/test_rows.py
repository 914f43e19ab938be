"""The rows that the numbers of a sheet become, and how a revision is told."""

import pytest

from giaoban.sheet.known import Row
from giaoban.sheet.rows import revision_told

ABOUT = {"indicator": "so-vu", "unit": "u", "period": "2024", "reported_on": "2025-01-01"}


@pytest.mark.parametrize(
    ("before", "after", "shown", "now"),
    [
        ({"value": "96", "qualifier": "~"}, {"value": "96"}, "~ 96", "96"),
        ({"value": "96"}, {"value": "96", "qualifier": ">="}, "96", ">= 96"),
        (
            {"value": "96", "qualifier": "="},
            {"value": "97.0", "as_published": "97,0"},
            "96",
            "97,0",
        ),
        ({"value": "90", "value_to": "95"}, {"value": "90"}, "90-95", "90"),
        ({"value": "96", "obs_status": "E"}, {"value": "96"}, "96 (estimate)", "96"),
    ],
)
def test_a_revision_shows_what_makes_it_one(before: Row, after: Row, shown: str, now: str) -> None:
    told = revision_told(ABOUT | before, ABOUT | after).told("en")
    assert told == f"so-vu, u, 2024: {shown}, reported on 2025-01-01; now {now}"
