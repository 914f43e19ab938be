"""Whatever a valid package holds, its analysis and its report can be written."""

import re
import tempfile
from pathlib import Path

import pytest
from anypackage import INDICATORS, MEETINGS, Row, claim, figure, target, titled, unique, write
from fragments import SECTIONS
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from giaoban.analysis import load, save_tables
from giaoban.errors import GiaobanError
from giaoban.report import target_picture
from giaoban.report.page import Report


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(
    st.lists(figure(), min_size=1, max_size=40),
    st.lists(target(), max_size=8),
    st.lists(claim(), max_size=4),
    st.sampled_from(["up", "down", "none"]),
    st.sampled_from(MEETINGS),
    st.sampled_from(["u", "v"]),
)
def test_a_report_of_any_valid_package_can_be_written(
    figures: list[Row],
    targets: list[Row],
    claims: list[Row],
    better: str,
    meeting: str,
    unit: str,
) -> None:
    about = {
        "indicators": [
            titled(i, indicator=i, unit_measure=m, better=better, part_of="a" if i == "b" else "")
            for i, m in INDICATORS.items()
        ],
        "figures": unique(figures, "indicator", "unit", "period", "reported_on"),
        "meetings": [titled(day, meeting_date=day) for day in MEETINGS],
        "units": [titled(u, unit=u, parent="" if u == "u" else "u") for u in "uvw"],
        "definitions": [
            titled("n", definition="narrow", includes=""),
            titled("w", definition="wide", includes="narrow"),
        ],
        "sources": [{"source": "s", "title": "S"}],
        "rules": [
            titled("r", rule="r", indicator="b", base="a", qualifier="<=", value="20")
            | {"reported_on": "2022-01-01", "source": "s"}
        ],
    }
    if targets:
        about["targets"] = unique(targets, "indicator", "unit", "period", "set_by", "reported_on")
    if claims:
        about["claims"] = [row | {"claim": f"claim{n}"} for n, row in enumerate(claims)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, about)
        try:
            review = load(str(folder), meeting, unit, folder)
        except GiaobanError:
            assume(False)
        save_tables(review, folder / "out")
        for code in ("vi", "en"):
            report = Report(review, code, folder / "out")
            for section in SECTIONS:
                said = re.sub(r"<[^>]+>", " ", section(report).html)
                # A picture alone is left out where there is nothing to draw.
                assert said.strip() or section is target_picture, section.__name__
                assert not re.search(r"\b(?:nan|NaN|NaT|None|inf)\b", said), (
                    section.__name__,
                    said,
                )
