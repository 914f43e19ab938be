import pytest

from giaoban.sheet.words.directions import direction_of, says_both


@pytest.mark.parametrize(
    "title",
    [
        "Under-five mortality rate",
        "Infant mortality",
        "Waiting time (days)",
        "Response time",
        "Average time to answer a letter",
        "Days lost to sickness",
        "School absences",
        "Pupils who dropped out",
        "Drop-out rate",
        "Cost per case",
        "Debt",
        "Air pollution days",
        "Complaints",
        "Complaints not settled",
        "Complaints settled late",
        "Crimes",
        "Offences per 1,000 residents",
        "Accidents",
        "Late reports",
        "Vacant posts",
        "Unemployed",
        "Households without electricity",
        "Households without access to water",
        "Children without health insurance",
        "Hộ không được dùng nước sạch",
        "Thời gian giải quyết hồ sơ",
        "Chi phí sản xuất",
        "Số học sinh vắng",
        "Nợ thuế",
        "Số xã thiếu nước",
        "Số hồ sơ chưa giải quyết",
        "Not in education, employment or training",
        "Poverty rate reduced to",
        "Reduce the poverty rate to",
        "Giảm tỷ lệ hộ nghèo xuống còn",
        "Giảm tỷ lệ hộ nghèo còn",
        "Lao động không có việc làm",
        "Hộ nghèo không có nhà ở",
        "Hộ nghèo không được hỗ trợ",
        "Hộ nghèo không tiếp cận nước sạch",
        "Covid-19 cases",
        "Số ca mắc sốt xuất huyết",
        "Ca sốt rét",
    ],
)
def test_of_what_is_bad_or_takes_long_less_is_better(title: str) -> None:
    assert direction_of(title) == "down"


@pytest.mark.parametrize(
    "title",
    [
        "Complaints settled",
        "Debt collected",
        "Vacancies filled",
        "Reduction in waiting time",
        "Calls within the response time",
        "Communes without accidents",
        "People treated for infection",
        "Poor households with health insurance",
        "Crime prevention visits",
        "Disease-free herds",
        "Kinh phí hỗ trợ hộ nghèo",
        "Xã không xảy ra cháy",
        "Rút ngắn thời gian giải quyết",
        "Thu hồi nợ thuế",
        "Số người tham gia bảo hiểm thất nghiệp",
        "Số vụ khiếu nại được giải quyết",
        "Đội phòng cháy",
        "Hộ nghèo được vay vốn",
        "Số người nghiện được cai nghiện",
        "Số người mắc bệnh được điều trị",
        "Cơ sở gây ô nhiễm được xử lý",
        "Tỷ lệ người nghèo có thẻ BHYT",
        "Tỷ lệ hộ nghèo tiếp cận nước sạch",
        "Học bổng cho học sinh nghèo",
        "Xây nhà cho hộ nghèo",
        "Số học sinh nghèo vượt khó",
        "Giảm tỷ lệ hộ nghèo",
        "Crime detection rate",
        "Disease surveillance coverage",
        "Flood-protected households",
        "Waste diverted from landfill",
        "Drop-outs re-enrolled",
        "School dropouts returned to school",
        "Homeless people rehoused",
        "Grievances addressed",
        "Disputes mediated",
        "Faults fixed",
        "Cost savings",
        "Đơn khiếu nại được giải quyết đúng hạn",
        "Hộ nghèo được vay vốn ngắn hạn",
    ],
)
def test_of_what_is_done_about_it_more_is_better(title: str) -> None:
    assert direction_of(title) == "up"


@pytest.mark.parametrize(
    "title",
    ["Response rate", "Waiting rooms", "Number of visits", "Low-cost housing", "Số lượt khách",
     "Cung thiếu nhi", "Dư nợ tín dụng", "Đảng viên dự bị", "Thiết bị y tế", "Rừng ngập mặn",
     "Households not connected", "Hộ không sử dụng tiền mặt", "Teachers not trained"],
)  # fmt: skip
def test_what_says_neither_is_left_open(title: str) -> None:
    assert direction_of(title) == ""


@pytest.mark.parametrize(
    ("title", "both"),
    [
        ("Học sinh được hưởng chi phí học tập", True),
        ("Poor pupils passing the examination", True),
        ("Số học sinh nghèo đạt giải", True),
        ("Tỷ lệ hộ nghèo", False),
        ("Tỷ lệ hộ nghèo theo chuẩn mới", False),
        ("Số xã không đạt chuẩn", False),
        ("Tasks not completed", False),
        ("Complaints settled", False),
        ("Tỷ lệ tốt nghiệp", False),
    ],
)
def test_a_title_that_names_what_is_bad_and_what_is_good_is_doubtful(
    title: str, both: bool
) -> None:
    assert says_both(title) == both
