"""Letters that were lost on the way are told, and no sound text is taken for such."""

import csv
import json
import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import RAW, ROOT

from giaoban.language.letters import (
    hidden_sign,
    is_broken,
    is_of_an_old_font,
    trimmed,
    without_accents,
    without_hidden,
)

TITLES = [
    "Tổ chức cơ sở đảng được xếp loại",
    "Tỷ lệ hộ nghèo",
    "Số hộ",
    "Xã Mẫu 01",
    "Chính phủ",
    "Huyện Mỹ Đức",
    "ĐẢNG BỘ HUYỆN",
]
QUESTIONS = [
    "Vì sao?",
    "Vì sao ?",
    "Sao?Vì thế.",
    "Ai làm? làm gì? khi nào xong?",
    "Cần mấy m? Bao nhiêu km? Hết 5 m?",
    "“Vì sao?” là một câu hỏi",
    "Đã đủ chưa???",
    "Phương án A hay B?",
    "Thành viên HĐND?Có.",
    "(?)",
    "https://a.vn/tim?q=ngheo",
    "xem trang a.aspx?id=3",
    "What is it?",
]
OF_OTHER_TONGUES = ["café", "naïf", "Noël", "août", "où", "aéroport", "São Paulo", "Müller", "groß"]
OF_OTHER_TONGUES += ["Ångström", "España", "Łódź", "Škoda", "Málaga", "ações", "Øresund", "Israël"]
SIGNS = [
    "m²",
    "5 µm",
    "Hồ Chí Minh®",
    "© 2023",
    "“XÃ”",
    "XÃ\u00a0và",
    "quá…”",
    "«nhà»",
    "5·10",
    "a×b",
]


def misread(text: str, encoding: str) -> str:
    read = (bytes([b]).decode(encoding, "ignore") or chr(b) for b in text.encode())
    return "".join(read)


@pytest.mark.parametrize("text", TITLES)
@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_question_marks_in_the_place_of_letters_are_told(text: str, encoding: str) -> None:
    lost = text.encode(encoding, "replace").decode(encoding)
    assert lost != text
    assert is_broken(lost)


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "cp1258", "cp1250", "mac_roman", "cp437", "cp850"]
)
@pytest.mark.parametrize(
    ("text", "form"),
    [(t, "NFC") for t in TITLES] + [(t, "NFD") for t in TITLES if not t.isupper()],
)
def test_utf_8_read_as_another_encoding_is_told(
    text: str, form: Literal["NFC", "NFD"], encoding: str
) -> None:
    assert is_broken(misread(unicodedata.normalize(form, text), encoding))


@pytest.mark.parametrize("text", ["T\ufffd ch\ufffdc", "don?t", "2020?2022", "Ch\x90"])
def test_other_signs_of_loss_are_told(text: str) -> None:
    assert is_broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tæ chøc c¬ së ®¶ng",
        "X· MÉu 01",
        "HuyÖn Mü §øc",
        "Toå chöùc cô sôû ñaûng",
        "Xaõ Maãu",
        "Chính phuû",
    ],
)
def test_text_for_an_old_font_is_told(text: str) -> None:
    assert is_of_an_old_font(text)


@pytest.mark.parametrize("text", TITLES + QUESTIONS + OF_OTHER_TONGUES + SIGNS)
def test_sound_text_is_told_of_nothing(text: str) -> None:
    assert not is_broken(text)
    assert not is_of_an_old_font(text)


def bundled() -> list[str]:
    texts = []
    for path in (*RAW.glob("*/*.csv"), *ROOT.glob("tests/press/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            texts += [cell for row in csv.reader(file) for cell in row]
    for path in RAW.glob("*/datapackage.json"):
        texts += map(str, json.loads(path.read_text("utf-8"))["giaoban"].values())
    for path in (*ROOT.glob("tests/press/*.txt"), ROOT / "docs" / "analyst.vi.md"):
        texts += path.read_text("utf-8").splitlines()
    return texts


def test_no_text_of_the_programmes_and_of_the_press_is_told_of() -> None:
    assert [
        t for t in bundled() if is_broken(t) or is_of_an_old_font(t) or hidden_sign(t, True)
    ] == []


ONSETS = re.findall(r"\S+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
RIMES = re.findall(
    r"\S+",
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng â âm ân âng âp âu ây e em en eo "
    "ê êm ên ênh êu i ia iêc iêm iên iêng iêu inh o oa oai oan oang oe oi om on ong ô ôi ôn ông "
    "ơ ơi ơn u ua uân uê ui un ung uôi uôn uông uy uya uyên uynh ư ưa ưng ươi ươm ươn ương ươu "
    "ưu y yên yêu",
)
TONES = ["", *"\u0300\u0301\u0303\u0309\u0323"]


def toned(rime: str) -> list[int]:
    """Say behind which signs the tone of a rime stands: hoà is as good as hòa."""
    if marked := [n for n, sign in enumerate(rime, 1) if sign in "ăâêôơư"]:
        return [marked[0] if rime == "ưu" or rime == "ưa" else marked[-1]]
    if rime in ("oa", "oe", "uy"):
        return [1, 2]
    return [2] if rime[:2] in ("oa", "uy") else [1]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = []
    for _ in range(draw(st.integers(1, 8))):
        rime, tone = draw(st.sampled_from(RIMES)), draw(st.sampled_from(TONES))
        place = draw(st.sampled_from(toned(rime)))
        word = draw(st.sampled_from(["", *ONSETS])) + rime[:place] + tone + rime[place:]
        words.append(draw(st.sampled_from([str.lower, str.capitalize, str.upper]))(word))
    end = draw(st.sampled_from(["", ".", "?", "…", "!", " ?", "”", ";"]))
    return unicodedata.normalize("NFC", " ".join(words) + end)


@given(sentences())
def test_no_vietnamese_sentence_is_told_of(text: str) -> None:
    assert not is_broken(text)
    assert not is_of_an_old_font(text)
    assert hidden_sign(text, prose=False) == ""


@pytest.mark.parametrize("around", ["\ufeff", "\u200b", "\u200e ", "\u00ad"])
def test_signs_of_no_width_around_a_text_are_taken_away(around: str) -> None:
    assert trimmed(f" {around}150{around}\u00a0") == "150"


@pytest.mark.parametrize(
    ("text", "prose", "sign"),
    [
        ("1\u200e50", False, "U+200E LEFT-TO-RIGHT MARK"),
        ("my\u00adduc", False, "U+00AD SOFT HYPHEN"),
        ("my\ufe0fduc", False, "U+FE0F VARIATION SELECTOR-16"),
        ("Xã\u00adMẫu", True, ""),
        ("Xã \u202e051", True, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("150", False, ""),
    ],
)
def test_a_sign_that_nobody_sees_is_named(text: str, prose: bool, sign: str) -> None:
    assert hidden_sign(text, prose) == sign
    assert without_hidden(f"{text} ").isprintable()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Tỷ lệ đảng viên dự bị", "ty le dang vien du bi"),
        (unicodedata.normalize("NFD", "ĐƯỜNG NÔNG THÔN"), "duong nong thon"),
        ("nghìn m²", "nghin m2"),
    ],
)
def test_a_text_without_accents_keeps_its_letters_and_spaces(text: str, bare: str) -> None:
    assert without_accents(text) == bare
