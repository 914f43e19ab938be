"""More figures of units below than anybody reads: their ends, and all of them to search."""

import csv
import io
import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from giaoban.analysis import Review
from giaoban.report.page import Report
from giaoban.report.units import many
from giaoban.report.units.below import units_below, units_in_full
from giaoban.report.units.many import too_many
from giaoban.report.units.totals import adding_up

Show = Callable[[Report], object]


@pytest.fixture
def crowded(demo_review: Review, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Give the demo as if a tenth of its figures were as many as are read."""
    monkeypatch.setattr(many, "READ", len(demo_review.ranking) // 10)
    return Report(demo_review, "en")


def test_the_demo_shows_each_of_its_units(demo_review: Review) -> None:
    assert not too_many(Report(demo_review, "en"))


def test_in_place_of_pictures_stand_the_ends_and_what_changed_most(crowded: Report) -> None:
    html = units_below(crowded).html
    assert "<figure" not in html
    assert len(re.findall(r"Greatest of \d+ exact figures: Sample commune", html)) == 3
    assert "changed most: Sample commune" in html


def test_every_unit_stands_in_a_fold_and_in_a_file(crowded: Report) -> None:
    page = BeautifulSoup(units_in_full(crowded).html, "html.parser")
    ranking = crowded.review.ranking
    folds = page.select("details")
    assert len(folds) == ranking["indicator"].nunique()
    listed = [fold.select("p")[0].get_text().split("; ") for fold in folds]
    assert sum(map(len, listed)) == len(ranking)
    (link,) = page.select("p.take > a[download]")
    text = unquote(str(link["href"]).partition(",")[2]).removeprefix("\ufeff")
    _, *rows = csv.reader(io.StringIO(text))
    assert len(rows) == ranking["unit"].nunique()
    assert sum(bool(cell) for row in rows for cell in row[1:]) == len(ranking)


def test_what_would_make_a_page_too_large_is_in_a_file_beside_it(
    crowded: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "CARRIED", many.READ)
    html = units_in_full(crowded).html
    assert "data/processed/demo/2025-07-15/mau/figures.csv" in html
    assert "<details" not in html and "data:" not in html


def test_of_sums_stand_the_latest_and_those_that_disagree(
    demo_review: Review, crowded: Report
) -> None:
    shown = BeautifulSoup(adding_up(crowded).html, "html.parser").select("tbody tr")
    totals = demo_review.totals
    ends = totals["row"].map(demo_review.compared["end"])
    latest = ends.eq(ends.groupby(totals["indicator"]).transform("max"))
    assert len(shown) == (latest | totals["verdict"].eq("disagrees")).sum() < len(totals)
