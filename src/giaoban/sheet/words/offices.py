"""The kinds of places, parties and offices that units of a programme are, in one list."""

from giaoban.extract.vietnamese import CAPITALS, compiled

# What people live in, from the top down.
PLACES = r"tỉnh|thành phố|huyện|quận|thị xã|đặc khu|xã|phường|thị trấn"
SHORT_PLACES = r"tp\.?|tx\.?|tt\.?"
# The same in English, one or many.
ENGLISH_PLACES = (
    r"(?:count(?:y|ies)|districts?|provinces?|cit(?:y|ies)|towns?|municipalit(?:y|ies)|regions?"
    r"|states?|communes?|parish(?:es)?|wards?|boroughs?|villages?|countr(?:y|ies)|departments?"
    r"|sectors?|programmes?|programs?|agenc(?:y|ies)|organi[sz]ations?|schools?|offices?"
    r"|branch(?:es)?)"
)
VILLAGES = r"thôn|bản|ấp|buôn|làng|khóm|tổ dân phố|tdp|khu phố|khu dân cư"
# The Party's own, and those that decide beside it.
PARTY = r"đảng bộ|chi bộ|(?:đảng|tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)"
COUNCILS = r"hđnd|ubnd"
# What sets plans for its field, and what else keeps sheets.
BUREAUS = r"bộ|sở|ngành|(?:chi )?cục"
OFFICES = (
    r"văn phòng|phòng|ban|sở|(?:chi )?cục|trung tâm|công an|kho bạc|bảo hiểm xã hội|bhxh|trạm"
    r"|bệnh viện|hạt|liên đoàn|ủy ban mttq"
)
_GOVERNED = compiled(
    rf"(?:{COUNCILS}|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)\s+(?P<place>(?:{PLACES})\s+"
    rf"(?-i:[{CAPITALS}0-9])\S*(?:\s+\S+){{0,3}}?)(?:\s+(?:{OFFICES})(?:\s.*)?)?"
)


def place_governed(line: str) -> str:
    """Give whose committee or council a letterhead names, with an office of it or none behind it.

    *UBND HUYỆN MẪU*, *UBND HUYỆN MẪU PHÒNG NỘI VỤ*; empty of another line.
    """
    found = _GOVERNED.fullmatch(line)
    return found["place"][:1].upper() + found["place"][1:] if found else ""
