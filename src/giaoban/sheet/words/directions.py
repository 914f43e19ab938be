"""Which way is better of what a title names, as far as its words say it."""

import re

UP, DOWN = "up", "down"
# How long something takes, or comes too late.
_TAKES_LONG = re.compile(
    r"(?<!\w)(?:thời gian (?:chờ|xử lý|giải quyết|phản hồi|đáp ứng|xét xử|trả kết quả|nằm viện)"
    r"|thời hạn giải quyết|số ngày (?:chờ|nghỉ|vắng)"
    r"|(?:response|waiting|turnaround|processing|handling|delivery|travel|down)[ -]?times?"
    r"|wait(?:s|ing)?(?! rooms?)"
    r"|(?:time|days|weeks|months|hours|minutes)(?: taken)? to (?!work)\w+)(?!\w)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(
    r"(?<!\w)(?:giảm(?!.* ?(?:còn|xuống))|rút ngắn|đúng hạn|trong hạn|within|(?:on|in) time"
    r"|(?:reduc|shorten)\w*(?!.* to$)|cut in|met|meeting)(?!\w)",
    re.IGNORECASE,
)
_BAD = (
    r"nghèo|bỏ học|bỏ việc|lưu ban|thất học|mù chữ|thất nghiệp|tai nạn|tội phạm|phạm pháp"
    r"|phạm tội"
    r"|vi phạm|sai phạm|sai sót|tử vong|chết|thương vong"
    r"|(?<!thiết )(?<!chuẩn )(?<!dự )(?<!trang )(?<!không )bị|mắc|nhiễm|vắng(?: mặt| học)?"
    r"|nghỉ học|suy dinh dưỡng|thấp còi|còi cọc|tảo hôn|ma túy|nghiện|quá hạn|trễ hạn|chậm|muộn"
    r"|tồn đọng|nợ đọng|nợ xấu|(?<!dư )(?<!ghi )(?<!công )nợ|tạm ứng quá hạn"
    r"|khiếu nại|khiếu kiện|tố cáo|thiệt hại|cháy|đuối nước|sự cố|bạo lực|ly hôn|trộm cắp"
    r"|thất thoát|hao hụt|lãng phí|ô nhiễm|phát thải|ùn tắc|ngập(?! mặn)|sinh con thứ 3"
    r"|yếu kém|không (?:hoàn thành|đạt|được|tham gia|có việc)"
    r"|chưa (?:hoàn thành|đạt|có|được|giải quyết|qua)|thiếu(?! nhi| niên)"
    r"|kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|nhà tạm"
    r"|chi phí|giá thành|giá tiêu dùng|lạm phát|nhập siêu|bội chi|tái nghèo|trốn thuế|gian lận"
    r"|(?:drop(?:ped|ping)?|drops)[ -]?outs?|early leavers|repeaters|truan(?:cy|ts?)"
    r"|absen(?:ces?|t|ts|tees?|teeism)"
    r"|poverty|poor|homeless(?:ness)?|illitera(?:cy|te)|unemploy(?:ed|ment)|jobless|vacan(?:t"
    r"|cy|cies)"
    r"|late|overdue|delay(?:s|ed)?|backlogs?|unpaid|unsolved|unsettled|unresolved|unanswered"
    r"|unfilled"
    r"|incomplete|unfinished|unsafe|untreated|unvaccinated|uninsured|unregistered"
    r"|not (?:settled|solved|resolved|paid|completed|reached|met|answered|attending|enrolled"
    r"|in (?:school|work|education|employment))"
    r"|accidents?|injur(?:y|ies|ed)|fatalit(?:y|ies)|casualt(?:y|ies)|victims?|deaths?|died"
    r"|killed"
    r"|(?:\w+-)?mortality|stillbirths?|suicides?|disease|infections?|infected|illness(?:es)?"
    r"|sickness"
    r"|covid(?:-19)?|malaria|dengue|tuberculosis|measles|sốt xuất huyết|sốt rét|tay chân miệng"
    r"|malnutrition|malnourished|undernourish(?:ed|ment)|stunt(?:ed|ing)|wasting|underweight"
    r"|obes(?:e|ity)"
    r"|crimes?|offen[cs]es?|offenders?|reoffending|thefts?|burglar(?:y|ies)|robber(?:y|ies)"
    r"|assaults?"
    r"|murders?|homicides?|violence|violations?|breach(?:es)?|incidents?|fraud|corruption"
    r"|bullying"
    r"|child (?:labou?r|marriages?)|evictions?|exclusions?|suspensions?|disciplined|dismissed"
    r"|dismissals"
    r"|complaints?|grievances?|disputes?|errors?|mistakes?|defects?|faults|failures?|failed"
    r"|failing"
    r"|outages?|power cuts|interruptions?|leak(?:s|age)|losses|lost|damaged?|damages|fires"
    r"|floods?|flooded"
    r"|pollution|polluted|pollutants?|emissions?|landfill|congestion|noise|potholes?"
    r"|(?<!low )(?<!low-)costs?(?![ -](?:recover\w*|sav\w+|effective\w*))|arrears|debts?"
    r"|deficits?"
    r"|overspen[dt]\w*|overruns?|staff turnover|inflation|without|lacking|at risk"
)
_LESS_IS_BETTER = re.compile(rf"(?<!\w)(?:{_BAD})(?!\w)", re.IGNORECASE)
# What is done about them, and not late: of that more is better.
_DONE_ABOUT = re.compile(
    r"(?!.*(?:(?:quá|trễ|hết) hạn|hạn chế|chậm|muộn|tồn đọng|chưa"
    r"|không (?:được|giải quyết|thu hồi|hỗ trợ|tiếp cận|có thẻ|xử lý)"
    r"|(?<!\w)(?:late|overdue|not|un(?!employ)\w+"
    rf"|(?:without|lacking)(?! (?:\w+ )?(?:{_BAD})))(?!\w)))"
    r".*(?<!\w)(?:giảm(?!.* (?:còn|xuống))|thoát|xóa(?! tên)|xoá(?! tên)|giải quyết|khắc phục"
    r"|phòng,? chống|phòng cháy|chữa cháy|phòng ngừa|khám phá|không bị"
    rf"|không (?:có|còn)(?= (?:\w+ ){{0,4}}(?:{_BAD})(?!\w))"
    r"|không (?:xảy ra|để)"
    r"|được (?:hỗ trợ|vay|cấp|khám|đào tạo|tiếp cận|giúp|cai|điều trị|chữa|xử lý"
    r"|khắc phục|cứu|tiêm)|tiếp cận|có thẻ|học bổng|vượt khó|cho (?:\w+ ){1,2}nghèo"
    r"|bảo hiểm|(?<!cần )hỗ trợ"
    r"|vì người nghèo|thu hồi|thu nợ|trả nợ|tiết kiệm"
    r"|cho vay|vay vốn|(?:reduc(?!.* to$)|prevent|treat|eliminat|resol|investigat|insur|vaccinat"
    r"|immuni[sz]|detect|protect|divert|surveil|mediat|address|rehous|re-?enrol)\w+"
    r"|fixed|returned to"
    r"|settled|solved|closed|cleared|answered|handled|processed|detected|prosecuted|averted|cured"
    r"|repaid|paid|collected|recovered|recovery|saved|savings|filled|supported|helped|assisted"
    r"|served"
    r"|lifted|escaped|escaping|trained|retrained|placed|repaired|restored|replaced|registered"
    r"|rehabilitated"
    r"|control(?:led)?|loans?|built|access|within|(?:on|in) time|found (?:work|jobs?)|employed"
    r"|\w+-free"
    rf"|(?:no|zero|without|free (?:of|from)) (?:\w+ )?(?!without)(?:{_BAD}))(?!\w)",
    re.IGNORECASE,
)
_MORE_IS_BETTER = re.compile(
    r"(?<!\w)(?:tiết kiệm|savings?|đạt|tốt|giỏi|khá|xuất sắc|hoàn thành|kết nạp|thu nhập|tăng"
    r"|thoát|được|tham gia|phủ|trồng|doanh thu|sản lượng|năng suất|xuất khẩu|giải ngân|việc làm"
    r"|đúng hạn|trước hạn|(?<!theo )chuẩn"
    r"|sạch|an toàn|hài lòng|văn hóa|văn hoá|nâng cao|giải quyết|giải phóng|thu ngân sách"
    r"|thu thuế"
    r"|che phủ|tốt nghiệp|tiếp cận|sử dụng|đào tạo|bồi dưỡng|có việc|xây dựng|vốn|kim ngạch"
    r"|thu hút"
    r"|graduat\w+|pass(?:ed|ing|es)?|complet\w+|achiev\w+|access|cover(?:ed|age)|incomes?"
    r"|output|yields?"
    r"|revenues?|exports?|employed|employment|jobs|trained|training|enrol\w+|attend\w+|literacy"
    r"|vaccinat\w+|immuni[sz]\w+|insured|satisf\w+|surviv\w+|life expectancy|recycl\w+|planted"
    r"|built"
    r"|renewed|repaired|maintained|restored|admitted|new members|growth|productivity|(?:on"
    r"|in) time|met"
    r"|standards?|clean|safe|qualified|settled|solved|resolved|excellent|good|rated|investment"
    r"|harvested|production|forest cover|served|supported|certified|connected)(?!\w)",
    re.IGNORECASE,
)
# What more would be better of, were it not denied.
_DENIED = re.compile(r"(?<!\w)(?:not?|never|non|nor|không|chưa)(?!\w)", re.IGNORECASE)


def direction_of(title: str) -> str:
    """Say whether more or less is better of what a title names: ``up``, ``down``.

    Empty where no word of it tells.
    """
    if _TAKES_LONG.search(title):
        return UP if _SHORTENED.search(title) else DOWN
    if _LESS_IS_BETTER.search(title):
        return UP if _DONE_ABOUT.match(title) else DOWN
    return UP if _says_more(title) else ""


def says_both(title: str) -> bool:
    """Say whether a title names what is bad and what is good: *Học sinh bỏ học đạt giải*."""
    bad = _LESS_IS_BETTER.search(title) and not _DONE_ABOUT.match(title)
    rest = _LESS_IS_BETTER.sub(lambda found: "not" if _DENIED.search(found[0]) else "", title)
    return bool(bad) and _says_more(rest)


def _says_more(title: str) -> bool:
    better = _MORE_IS_BETTER.search(title)
    return better is not None and not _DENIED.search(title[: better.start()])
