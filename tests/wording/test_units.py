from pathlib import Path

from smallprogramme import Row, small

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, beside_peers, parts_told


def test_no_unit_is_named_for_a_change_that_there_was_not(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"unit": unit, "period": period, "value": value}
        for unit, value in (("mau", 3), ("xa-01", 1), ("xa-02", 2))
        for period in ("2023", "2024")
    ]
    review = small(tmp_path, rows, {"unit_measure": "count", "better": "up"})
    assert review.contributions["contribution"].eq(0).sum() == 2
    assert [*parts_told(Wording(review, language("en")), "x")] == []


def counted(folder: Path, *parts: int) -> Review:
    """Make a share of a district with two communes, of 3,000 each, in 2023 and 2024."""
    rows: list[Row] = []
    for period, (first, other) in {"2023": parts[:2], "2024": parts[2:]}.items():
        units = {"mau": (first + other, 6000), "xa-01": (first, 3000), "xa-02": (other, 3000)}
        for unit, (part, whole) in units.items():
            counts: Row = {"numerator": part, "denominator": whole}
            said: Row = {"unit": unit, "period": period, "value": round(part / whole * 100, 2)}
            rows.append(said | counts)
    goals: list[Row] = [{"period": "2024", "kind": "by", "value": 100}]
    return small(folder, rows, {"unit_measure": "percent", "better": "up"}, targets=goals)


def test_what_a_share_nearly_did_not_change_by_is_not_told_as_none(tmp_path: Path) -> None:
    review = counted(tmp_path, 3000, 3000, 2999, 3000)
    told = " ".join(parts_told(Wording(review, language("en")), "x"))
    assert told == (
        "Of the change of −0.02 percentage points (2023–2024): Sample commune 01 −0.02. "
        "Of the 0.02 percentage points to the target of 100% for 2024: Sample commune 01 +0.02."
    )


def test_a_change_and_a_gap_are_the_same_number_here_as_beside_the_figures(tmp_path: Path) -> None:
    review = counted(tmp_path, 2750, 2750, 2700, 2450)
    words = Wording(review, language("en"))
    told = " ".join(parts_told(words, "x"))
    (now,) = review.latest.index
    assert words.difference(review.compared.loc[now]) == "−5.84 percentage points"
    assert told.startswith("Of the change of −5.84 percentage points (2023–2024):")
    assert words.margin(review.verdicts.iloc[0]) == "−14.17 percentage points"
    assert "Of the 14.17 percentage points to the target" in told
    assert "Sample commune 02 −5.00" in told


def test_a_gap_to_a_target_ahead_is_what_the_printed_figure_lacks(tmp_path: Path) -> None:
    counts = {"mau": (5308, 6000, 88), "xa-01": (2700, 3000, 90), "xa-02": (2608, 3000, 87)}
    rows: list[Row] = [
        {"unit": unit, "period": "2024", "value": value, "numerator": part, "denominator": whole}
        for unit, (part, whole, value) in counts.items()
    ]
    goals: list[Row] = [{"period": "2025", "kind": "by", "value": 93}]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "up"}, targets=goals)
    (told,) = parts_told(Wording(review, language("en")), "x")
    assert told == (
        "Of the 5 percentage points to the target of 93% for 2025: Sample commune 02 +3.03, "
        "Sample commune 01 +1.50."
    )


def test_a_figure_less_the_middle_of_its_peers_is_the_distance_that_is_told(tmp_path: Path) -> None:
    values = (97.83, 97.75, 96.5, 97.9, 97.0)
    rows: list[Row] = [
        {"unit": f"xa-0{n}", "period": "2024", "value": value} for n, value in enumerate(values, 1)
    ]
    small(tmp_path, rows, {"unit_measure": "percent", "better": "up"})
    review = load(str(tmp_path / "small"), "latest", "xa-01", tmp_path)
    told = beside_peers(Wording(review, language("en")), review.peers.iloc[0])
    assert "97.83%; the middle of 5 units is 97.75% (+0.08 percentage points)." in told
