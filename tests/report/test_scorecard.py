from pathlib import Path

from fragments import text

from giaoban.analysis import load
from giaoban.report.page import Report
from giaoban.report.scorecard import scorecard


def test_a_forecast_is_said_to_be_one(programme: Path, tmp_path: Path) -> None:
    path = programme / "figures.csv"
    content = path.read_text("utf-8").replace("85.7,=,,A", "85.7,=,,F")
    path.write_text(content, "utf-8")
    forecast = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    assert "85.7% (forecast)" in text(scorecard(forecast))
