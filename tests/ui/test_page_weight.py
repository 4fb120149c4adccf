"""What a browser really fetches for a learner's page."""

from playwright.sync_api import Response

from tests.ui.hands import Mouse
from tests.ui.site import Site
from tests.ui.student import Student
from tests.ui.watch import Devices

MOST_BYTES = 50 * 1024
MOST_REQUESTS = 3


def test_a_first_visit_to_a_question_fetches_little(site: Site, devices: Devices) -> None:
    student = Student(site, Mouse(devices.open(**Mouse.device)))
    student.signs_up()
    student.starts_everything()
    address = student.hand.page.url
    phone = devices.open()
    phone.context.add_cookies(student.hand.page.context.cookies())  # type: ignore[arg-type]
    fetched: list[Response] = []
    phone.on("response", lambda response: fetched.append(response))
    phone.goto(address)
    phone.wait_for_load_state("networkidle")
    ours = [response for response in fetched if not response.url.startswith("data:")]
    assert len(ours) <= MOST_REQUESTS
    assert sum(len(response.body()) for response in ours) <= MOST_BYTES
