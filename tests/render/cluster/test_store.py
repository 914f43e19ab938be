from pathlib import Path

import pytest

from giaoban.errors import GiaobanError
from giaoban.render.cluster.store import Store, is_address

pytestmark = pytest.mark.slow


def test_an_address_is_told_from_a_folder() -> None:
    assert is_address("s3://bucket/reviews")
    assert not is_address("/srv/reviews")
    assert not is_address("C:\\reviews")


def test_what_is_put_is_there_and_what_is_not_there_is_told_from_what_is_empty(bucket: str) -> None:
    store = Store(f"{bucket}/2025/")
    store.put("reports/demo/a.html", b"page")
    store.put("reports/demo/a.html", b"another page")
    store.put("reports/demo/b.json", b"")
    assert store.get("reports/demo/a.html") == b"another page"
    assert store.get("reports/demo/b.json") == b""
    assert store.get("reports/demo/c.json") is None
    assert store.names("reports") == ["reports/demo/a.html", "reports/demo/b.json"]
    assert store.names("figures") == []


def test_the_list_of_reports_is_made_from_those_that_are_there(bucket: str, reports: Path) -> None:
    store = Store(bucket)
    made = reports("04-CTr-HU")  # type: ignore[operator] # a fixture that is called
    for path in made.glob("reports/04-CTr-HU/2023-03-14/my-duc.*"):
        store.put(path.relative_to(made).as_posix(), path.read_bytes())
    assert store.write_overview() == "s3://reviews/reports/index.html"
    listed = (store.get("reports/index.html") or b"").decode()
    assert 'href="04-CTr-HU/2023-03-14/my-duc.en.html"' in listed


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("s3://nobody/reviews", r"s3://nobody/reviews: cannot be used \(.*does not exist"),
        ("pigeon://reviews", r"pigeon://reviews: cannot be used \(Unrecognized filesystem"),
    ],
)
def test_a_store_that_cannot_be_used_is_told_in_one_line(
    bucket: str, address: str, told: str
) -> None:
    with pytest.raises(GiaobanError, match=told) as raised:
        Store(address).put("a", b"a")
    assert "\n" not in str(raised.value)
