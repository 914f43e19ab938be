from pathlib import Path

import pandas as pd
from smallprogramme import TONNES, Row, small

from giaoban.analysis import judge_targets, load


def test_a_unit_below_has_the_sum_so_far_of_its_own_page(tmp_path: Path) -> None:
    commune = {"unit": "xa-01", "reported_on": "2025-06-25"}
    figures: list[Row] = [
        {"period": "2025-01/2025-03", "value": 3} | commune,
        {"period": "2025-04/2025-06", "value": 4, "obs_status": "E"} | commune,
    ]
    goal: Row = {"period": "2025", "value": 20, "kind": "total", "set_by": "mau"} | commune
    review = small(tmp_path, figures, TONNES | {"additive": "true"}, targets=[goal])
    tables, compared = review.tables, review.compared_below
    about = tables["indicators"], tables["definitions"], review.known.cutoff
    judged = judge_targets(compared, tables["targets_below"], *about, review.expected_below)
    own = load(str(tmp_path / "small"), "latest", "xa-01", tmp_path).verdicts
    assert own["value"].tolist() == [7]
    pd.testing.assert_frame_equal(judged, own)
