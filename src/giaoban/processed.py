"""The processed tables of a review, as files."""

from pathlib import Path

from giaoban.claims import CLAIM_COLUMNS
from giaoban.files import write_atomically
from giaoban.package import Package
from giaoban.review import Review
from giaoban.trends import TREND_COLUMNS

COLUMNS = {
    "scorecard": [
        "indicator",
        "period",
        "value",
        "qualifier",
        "low",
        "high",
        "definition",
        "previous_period",
        "previous_value",
        "change",
        "change_low",
        "change_high",
        "comparable",
        "reason",
        "target",
        "target_set_by",
        "margin",
        "status",
        "progress",
        "source",
    ],
    "trends": TREND_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "changes": ["indicator", "period", "kind", "before", "after"],
}


def save_tables(review: Review, out_dir: str | Path) -> list[Path]:
    """Write the processed tables under ``data/processed``.

    Returns
    -------
    list of Path
        ``figures.parquet`` (all figures of the programme, every revision) and, for the meeting
        and unit, ``scorecard.csv``, ``trends.csv``, ``claims.csv`` and ``changes.csv``.
    """
    written = [save_figures(review.known.package, out_dir)]
    folder = written[0].parent / review.date / review.known.unit
    for name, columns in COLUMNS.items():
        table = (review.latest if name == "scorecard" else getattr(review, name))[columns]
        truth = (
            table.select_dtypes("boolean").astype("object").replace({True: "true", False: "false"})
        )
        text = table.assign(**truth).to_csv(index=False, lineterminator="\n")
        written.append(write_atomically(folder / f"{name}.csv", text.encode()))
    return written


def save_figures(package: Package, out_dir: str | Path) -> Path:
    """Write ``figures.parquet``: all figures of a programme, every revision."""
    path = Path(out_dir) / "data" / "processed" / package.name / "figures.parquet"
    return write_atomically(path, package.tables["figures"].to_parquet(index=False))
