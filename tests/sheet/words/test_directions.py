import pytest

from giaoban.sheet.words.directions import direction_of


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
    ],
)
def test_of_what_is_done_about_it_more_is_better(title: str) -> None:
    assert direction_of(title) == "up"


@pytest.mark.parametrize(
    "title",
    ["Response rate", "Waiting rooms", "Number of visits", "Low-cost housing", "Số lượt khách",
     "Cung thiếu nhi", "Dư nợ tín dụng", "Đảng viên dự bị", "Thiết bị y tế", "Rừng ngập mặn"],
)  # fmt: skip
def test_what_says_neither_is_left_open(title: str) -> None:
    assert direction_of(title) == ""
