"""Courses in the browser: opening one, letting people in, and looking after them."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from flask import Flask
from openpyxl import Workbook

from quizapp.models.engines import Busy
from quizapp.usecases.invite_people import Line
from quizapp.web.courses.roster_files import Read, as_text, read_roster
from tests.web.browser import Browser, Page, filled_in, read
from tests.web.people import signs_up

pytestmark = pytest.mark.every_database

ROSTER = "name,e-mail,student number,section\nAnn Lee,ann@example.org,17,Ward 3\nBen Ode,ben@example.org,18,Ward 4\n"


@pytest.fixture
def course(student: Browser) -> Page:
    """The people of a course that the student has opened."""
    page = student.open("/courses/new")
    page = student.send(page.form("/courses"), {"title": ["Oncology nursing"], "called": ["Dr. Lind"]})
    assert page.heading == "People", page.text
    return page


def with_code(browser: Browser, course: Page) -> str:
    page = browser.send(course.form(r"/courses/\d+/code"))
    return re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.text)[0]  # type: ignore[index]


def roster(browser: Browser, course: Page, content: bytes, filename: str = "roster.csv", **more: str) -> Page:
    page = browser.open(course.path.replace("people", "roster"))
    form = page.form(r"/courses/\d+/roster")
    token = form.all("input", name="csrf_token")[0].attributes["value"]
    data = {"csrf_token": token, "file": (BytesIO(content), filename), **more}
    return read(browser.client.post(form.attributes["action"], data=data, content_type="multipart/form-data"))


def test_a_course_is_opened_and_joined_by_its_code(student: Browser, outsider: Browser, course: Page) -> None:
    code = with_code(student, course)
    page = outsider.open(f"/join?code={code}")
    page = outsider.send(page.form("/enrolments"), {"called": ["Ann Lee"]})
    assert page.heading == "Oncology nursing"
    assert "You are here as: Learner." in page.text
    assert "Taught by Dr. Lind." in page.text
    assert "Ann Lee" in student.open(course.path).text


def test_the_link_of_the_code_is_there_as_a_picture_too(student: Browser, course: Page) -> None:
    with_code(student, course)
    page = student.open(course.path)
    assert page.root.all("svg", class_="qr")
    assert "style=" not in page.response.text


def test_who_is_not_signed_in_signs_in_and_is_back_at_the_code(app: Flask, visitor: Browser, student: Browser, course: Page) -> None:
    code = with_code(student, course).replace("-", "")
    page = visitor.open(f"/join?code={code}")
    assert page.path.startswith("/sign-in?next=")
    page = visitor.send(page.form("/sessions"), {"name": ["student"], "password": ["lamp orbit velvet"]})
    assert page.form("/enrolments").all("input", name="code")[0].attributes["value"] == code


def makes_an_account(visitor: Browser, page: Page) -> Page:
    """From the sign-in page, with a form that is refused once."""
    page = visitor.open(page.link("Create an account"))
    page = visitor.send(page.form("/people"), {"name": ["newcomer"], "password": ["short"], "words": ["nursing"]})
    assert page.status == 422
    return visitor.send(page.form("/people"), {"password": ["lamp orbit velvet"]})


def test_who_has_no_account_makes_one_and_is_back_at_the_code(visitor: Browser, student: Browser, course: Page) -> None:
    code = with_code(student, course).replace("-", "")
    page = makes_an_account(visitor, visitor.open(f"/join?code={code}"))
    assert page.form("/enrolments").all("input", name="code")[0].attributes["value"] == code


def test_who_has_no_account_makes_one_and_is_back_at_the_invitation(visitor: Browser, student: Browser, course: Page) -> None:
    page = roster(student, course, ROSTER.encode(), invite="1")
    link = re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())[0]
    page = makes_an_account(visitor, visitor.open(link))
    assert page.heading == "You are invited to Oncology nursing"


def test_a_code_that_is_wrong_says_what_to_do_and_keeps_what_was_typed(outsider: Browser) -> None:
    page = outsider.open("/join")
    page = outsider.send(page.form("/enrolments"), {"code": ["ABCD-EFGH"], "called": ["Ann Lee"]})
    assert page.status == 422
    assert page.title.startswith("Error:")
    assert "No course has this code." in page.text
    assert page.form("/enrolments").all("input", name="called")[0].attributes["value"] == "Ann Lee"


def test_a_roster_is_looked_at_first_and_then_invites(student: Browser, outsider: Browser, course: Page) -> None:
    looked = roster(student, course, ROSTER.encode("utf-8-sig"))
    assert "2 new invitations" in looked.text
    assert "A new section: Ward 3" in looked.text
    assert "Ann Lee" not in student.open(course.path).text
    page = student.send(looked.form(r"/courses/\d+/roster"), {"invite": ["1"]})
    links = re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())
    assert len(links) == 2
    joined = outsider.open(links[0])
    assert "Ann Lee" in joined.text
    joined = outsider.send(joined.form(r"/invitations/.+"))
    assert joined.heading == "Oncology nursing"
    assert "Ward 3" in student.open(course.path).text
    assert outsider.open(links[0]).heading == "Oncology nursing"
    assert student.open(links[0]).status == 404


def test_an_invitation_that_gives_no_place_says_whom_to_ask_and_no_more(student: Browser, outsider: Browser, course: Page) -> None:
    links = invited_by(student, course, ROSTER)
    outsider.send(outsider.open(links[0]).form(r"/invitations/.+"))
    student.send(student.open(course.path.replace("people", "settings")).form(r".*/archive"))
    told = set()
    for browser, link in ((student, links[0]), (outsider, links[1]), (outsider, "/invitations/never-was")):
        page = browser.open(link)
        assert page.status == 404
        assert page.heading == "This invitation does not work"
        assert "Ask your instructor for a new one." in page.text
        assert page.response.headers["Cache-Control"] == "no-store"
        told.add(page.text)
    assert len(told) == 1
    assert "Oncology" not in told.pop()


def test_a_course_is_handed_over_only_after_it_is_said_what_that_means(student: Browser, outsider: Browser, course: Page) -> None:
    settings = course.path.replace("people", "settings")
    assert not student.open(settings).has_form(r".*/owner")
    asked = student.open(settings.replace("settings", "owner"))
    assert "Nobody else teaches here." in asked.text
    (link,) = invited_by(student, course, "name,role\nDr. Ames,instructor\n")
    outsider.send(outsider.open(link).form(r"/invitations/.+"))
    asked = student.open(student.open(settings).link("Hand the course over"))
    assert "You cannot take it back" in asked.text
    assert [one.text() for one in asked.root.all("select", id="person")[0].all("option")] == ["Dr. Ames"]
    page = student.send(asked.form(r".*/owner"))
    assert "The course has a new owner." in page.text
    assert student.open(asked.path).status == 404
    outsider.send(outsider.open(settings).form(r".*/archive"))
    assert "Hand over" not in outsider.open(settings).text
    assert outsider.open(asked.path).status == 404


def test_the_first_code_says_nothing_of_one_before(student: Browser, course: Page) -> None:
    assert "The one before" not in student.send(course.form(r"/courses/\d+/code")).text
    assert "The one before works no more." in student.send(course.form(r"/courses/\d+/code")).text


def test_a_name_in_the_course_is_asked_for_alike_of_who_opens_and_who_joins_it(student: Browser, course: Page) -> None:
    code = with_code(student, course)
    opened = student.send(student.open("/courses/new").form("/courses"), {"title": ["Pain"], "called": [" "]})
    joined = student.send(student.open("/join").form("/enrolments"), {"code": [code], "called": [" "]})
    for page in (opened, joined):
        assert page.status == 422
        assert page.link("Type the name by which") == "#called"
        assert page.root.all("input", id="called")[0].attributes["value"].strip() == ""


def test_who_has_an_account_for_patients_is_told_at_once_what_to_do(visitor: Browser, student: Browser, course: Page) -> None:
    (link,) = invited_by(student, course, "name\nAnn\n")
    signs_up(visitor, "patient", "patient")
    for path, action in (("/courses/new", "/courses"), (f"/join?code={with_code(student, course)}", "/enrolments"), (link, link)):
        page = visitor.open(path)
        assert "make another one for courses" in page.text
        assert not page.has_form(action)


def invited_by(student: Browser, course: Page, lines: str) -> list[str]:
    """The addresses of the invitations that a roster makes."""
    page = roster(student, course, lines.encode(), invite="1")
    return re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())


def test_a_file_that_could_not_be_taken_can_be_chosen_again(app: Flask, student: Browser, course: Page) -> None:
    invite = app.view_functions["courses.invite"]
    app.view_functions["courses.invite"] = _busy
    again = roster(student, course, ROSTER.encode(), invite="1")
    assert again.status == 503
    form = again.form(r"/courses/\d+/roster")
    assert form.attributes["enctype"] == "multipart/form-data"
    assert [one.attributes["name"] for one in form.all("input", type="file")] == ["file"]
    assert "Please choose the file again" in again.text
    app.view_functions["courses.invite"] = invite
    sent = {**filled_in(form), "file": (BytesIO(ROSTER.encode()), "roster.csv")}
    answer = student.client.post(form.attributes["action"], data=sent, follow_redirects=True)
    assert "Ann" in answer.text


def _busy(**_: object) -> str:
    raise Busy("full")


def test_the_same_roster_twice_changes_nothing(student: Browser, course: Page) -> None:
    roster(student, course, ROSTER.encode(), invite="1")
    again = roster(student, course, ROSTER.encode(), invite="1")
    assert "2 lines were there before" in again.text
    assert not again.root.all("textarea", id="copy")


def test_a_roster_that_was_taken_out_reads_back_as_it_was(student: Browser, course: Page) -> None:
    sly = ['=Lee;"=x"', "+Ann", "Lee, -Ann", "a; @b", "'=Ode"]
    lines = [Line(place, name, f"{place}@example.org", f"-{place}", f"={place}") for place, name in enumerate(sly, 2)]
    roster(student, course, as_text(lines).encode(), invite="yes")
    tables = student.open(course.path.replace("people", "tables"))
    taken_out = student.send(tables.form(r".*/tables/roster"), {"form": ["csv"]}).response.data
    found = read_roster(taken_out)
    assert isinstance(found, Read)
    assert {replace(one, number=0) for one in found.lines if one.role == "learner"} == {replace(one, number=0) for one in lines}


def test_what_was_pasted_is_shown_again_as_it_was_typed(student: Browser, course: Page) -> None:
    typed = "Student ID\tName\n-17\t=Ann\n\n18\t'@Ben"
    looked = student.send(student.open(course.path.replace("people", "roster")).form(r".*/roster"), {"lines": [typed]})
    assert "2 new invitations" in looked.text
    assert filled_in(looked.form(r".*/roster"))["lines"] == [typed]


def test_what_a_file_holds_is_shown_without_guards_and_reads_back_as_it_is(student: Browser, course: Page) -> None:
    looked = roster(student, course, b"name,number\n=Ann,-17\n''=Ben,18\n")
    (shown,) = filled_in(looked.form(r".*/roster"))["lines"]
    assert shown.splitlines()[1] == "=Ann,,-17,,learner"
    found = read_roster(shown.encode())
    assert isinstance(found, Read)
    assert [one.called for one in found.lines] == ["=Ann", "'=Ben"]


def test_a_roster_may_be_a_spreadsheet(student: Browser, course: Page) -> None:
    book, out = Workbook(), BytesIO()
    for row in (("First name", "Last name", "Student number"), ("Ann", "Lee", 17), ("Ben", "Ode", 18.0)):
        book.active.append(row)
    book.save(out)
    looked = roster(student, course, out.getvalue(), "roster.xlsx")
    assert "2 new invitations" in looked.text
    assert "Ann Lee,,17" in looked.root.all("textarea", id="lines")[0].text()
    assert "Ben Ode,,18" in looked.root.all("textarea", id="lines")[0].text()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "There is nothing in it yet."),
        (b"name\n", "There is nothing in it yet."),
        (b"e-mail\nann@example.org\n", "No column has the heading"),
        (b"PK\x03\x04 and then nothing", "This file cannot be read."),
        (b"\xff\xfe\x00", "This file cannot be read."),
        (b"name,e-mail\nAnn,ann@\nBen,ben@example.org\n,x@example.org\n", "Line 2:"),
        (b"name;e-mail\nAnn;ann@example.org\nAnna;ANN@example.org\n", "Line 3: This is the same person as in line 2."),
        (b"name,e-mail\nLee, Ann,ann@example.org\n", "Line 2: It has more cells than there are headings."),
        (b"name,e-mail\nLee, Ann,ann@example.org\nBen,ben@\n", "Line 3: Type the whole e-mail address"),
        (b'name,section\nAnn,"Ward\n3"\n\n,Ward 4\n', "Line 5: Write a name"),
        (b"name,e-mail,number\nAnn,a@example.org,17\nBen,b@example.org,17\n", "Line 2: Line 3 has this student number too"),
        (b"name,e-mail,number\nAnn,a@example.org,17\nBen,b@example.org,17\n", "Line 3: Line 2 has this student number too"),
        (b"name,role\nAnn,boss\n", "Line 2: Write learner, instructor or reviewer"),
        (b"name,e-mail,role\nAnn,ann@,boss\n", "such as ann@example.org. Write learner, instructor or reviewer"),
        (b"name\n" + b"Ann\n" * 5001, "5,000 lines at most"),
    ],
)
def test_a_bad_roster_names_the_line_and_what_to_do(student: Browser, course: Page, content: bytes, says: str) -> None:
    page = roster(student, course, content, invite="1")
    assert page.status == 422
    assert says in page.text
    assert "invitation" not in student.open(course.path).text


def test_what_a_bad_roster_holds_is_shown_as_its_lines_are_numbered(student: Browser, course: Page) -> None:
    page = roster(student, course, b"name,e-mail\n\nAnn,ann@,more\n")
    assert "Line 3: It has more cells" in page.text
    assert page.root.all("textarea", id="lines")[0].words == ["name,e-mail\n\nAnn,ann@,more\n"]


def test_a_column_that_is_not_used_is_named_beside_those_that_are(student: Browser, course: Page) -> None:
    for more in ({}, {"invite": "1"}):
        page = roster(student, course, b"Name,Gruppe\nAnn,Day\n", **more)
        assert page.status == 200
        assert "The column “Gruppe” is not used." in page.text
        assert "name, first name, last name, e-mail, student number, section, role" in page.text
    assert "is not used" not in roster(student, course, b"name,\nBen,\n").text


def test_a_file_beside_lines_that_were_typed_is_refused_and_beside_its_own_taken(student: Browser, course: Page) -> None:
    page = roster(student, course, ROSTER.encode(), lines="name\nCid\n", invite="1")
    assert page.status == 422
    assert "You chose a file and typed lines as well." in page.text
    assert page.root.all("textarea", id="lines")[0].text() == "name Cid"
    looked = roster(student, course, ROSTER.encode())
    form = looked.form(r"/courses/\d+/roster")
    again = {**filled_in(form), "file": (BytesIO(b"name\nDee\n"), "roster.csv")}
    page = read(student.client.post(form.attributes["action"], data=again, content_type="multipart/form-data"))
    assert "One new invitation" in page.text
    looked = student.send(form, {"lines": ["name\nEve\n"]})
    again = {**filled_in(looked.form(r"/courses/\d+/roster")), "file": (BytesIO(b"name\nDee\n"), "roster.csv")}
    page = read(student.client.post(form.attributes["action"], data=again, content_type="multipart/form-data"))
    assert "You chose a file and typed lines as well." in page.text


def test_a_section_is_the_same_in_capitals(student: Browser, course: Page) -> None:
    student.send(course.form(r".*/sections"), {"title": ["Day"]})
    page = roster(student, course, b"name,section\nAnn,day\nBen,Night\nCid,NIGHT\n")
    assert "A new section: Night" in page.text
    assert page.text.count("A new section") == 1
    roster(student, course, b"name,section\nAnn,day\nBen,Night\nCid,NIGHT\n", invite="1")
    page = student.send(student.open(course.path).form(r".*/sections"), {"title": ["DAY"]})
    assert [one.text() for one in page.root.all("h3") if one.attributes["id"].startswith("section-")] == ["Day", "Night"]


def test_who_is_on_a_roster_again_in_another_section_is_said_to_stay(student: Browser, outsider: Browser, course: Page) -> None:
    page = roster(student, course, b"name,section\nAnn,Day\nBen,Day\nCid,Day\n", invite="1")
    link = re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())[0]
    outsider.send(outsider.open(link).form(r"/invitations/.+"))
    (ann,) = (one for one in student.open(course.path).root.all("h3") if one.text() == "Ann")
    place = student.open(course.path).root.all("a", aria_describedby=ann.attributes["id"])[0].attributes["href"]
    student.send(student.open(place).form(r".*/place"), {"section": [""]})
    for more in ({}, {"invite": "1"}):
        page = roster(student, course, b"name,section\nAnn,Day\nBen,Night\nCid,day\n", **more)
        assert "Line 2: Ann was there before and stays without a section." in page.text
        assert "Line 3: Ben was there before and stays in “Day”." in page.text
        assert "Line 4" not in page.text


def test_the_pages_of_inviting_lead_to_the_course(student: Browser, course: Page) -> None:
    for page in (roster(student, course, ROSTER.encode()), roster(student, course, ROSTER.encode(), invite="1")):
        assert page.link("Oncology nursing") == course.path.removesuffix("/people")


def test_a_spreadsheet_that_would_fill_the_memory_is_refused(student: Browser, course: Page) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    assert roster(student, course, out.getvalue(), "roster.xlsx").status == 422


def test_a_damaged_spreadsheet_says_what_to_do(student: Browser, course: Page) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", '<workbook><sheets><sheet sheetId="x"/></sheets></workbook>')
    page = roster(student, course, out.getvalue(), "roster.xlsx")
    assert page.status == 422
    assert "This file cannot be read." in page.text


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_spreadsheet_brings_nothing_along_from_elsewhere(student: Browser, course: Page, tmp_path: Path, part: str) -> None:
    (tmp_path / "secret").write_text("hunter2", encoding="utf-8")
    book, plain, out = Workbook(), BytesIO(), BytesIO()
    book.active.title = "&from-elsewhere;"
    for row in (("Name",), ("&from-elsewhere;",)):
        book.active.append(row)
    book.save(plain)
    with ZipFile(plain) as whole, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            content = whole.read(name).replace(b"&amp;from-elsewhere;", b"&from-elsewhere;" if name == part else b"Ann Lee")
            declared = f'<!DOCTYPE x [<!ENTITY from-elsewhere SYSTEM "{(tmp_path / "secret").as_uri()}">]>'.encode()
            head, end, body = content.rpartition(b"?>")
            archive.writestr(name, head + end + declared + body if name == part else content)
    page = roster(student, course, out.getvalue(), "roster.xlsx")
    assert "hunter2" not in page.text
    assert "This file cannot be read." in page.text or "Ann Lee" in page.text


@pytest.mark.parametrize(("role", "told"), [("learner", True), ("reviewer", False), ("instructor", False)])
def test_who_is_invited_to_learn_is_told_what_will_be_seen_of_them(
    student: Browser, outsider: Browser, course: Page, role: str, told: bool
) -> None:
    page = roster(student, course, f"name,role\nAnn Lee,{role}\n".encode(), invite="1")
    link = re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())[0]
    assert ("will see of you" in outsider.open(link).text) is told


def test_the_address_of_an_invitation_stands_in_no_log(
    student: Browser, outsider: Browser, course: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    page = roster(student, course, ROSTER.encode(), invite="1")
    link = re.findall(r"http://localhost(/invitations/\S+)", page.root.all("textarea", id="copy")[0].text())[0]
    outsider.send(outsider.open(link).form(r"/invitations/.+"))
    told = capsys.readouterr().err
    assert "/invitations/<token>" in told
    assert link.rpartition("/")[2] not in told


def test_a_roster_of_two_thousand_lines_is_taken(student: Browser, course: Page) -> None:
    lines = "".join(f"Learner {number},learner-{number}@example.org,{number},Ward {number % 3}\n" for number in range(2000))
    looked = roster(student, course, f"name,e-mail,student number,section\n{lines}".encode())
    assert "2000 new invitations" in looked.text
    page = student.send(looked.form(r"/courses/\d+/roster"), {"invite": ["1"]})
    assert page.heading == "2000 invitations"
    people = student.open(course.path)
    assert len(people.response.data) < 120_000
    assert "Learner 999" in student.open(f"{course.path}?page=20").text
    assert student.send(people.form(r".*/renewals")).heading == "2000 invitations"


def test_somebody_is_made_an_instructor_and_taken_out_again(app: Flask, student: Browser, outsider: Browser, course: Page) -> None:
    code = with_code(student, course)
    outsider.send(outsider.open("/join").form("/enrolments"), {"code": [code], "called": ["Ann Lee"]})
    page = student.open(course.path)
    (ann,) = (heading for heading in page.root.all("h3") if heading.text() == "Ann Lee")
    place = page.root.all("a", aria_describedby=ann.attributes["id"])[0].attributes["href"]
    student.send(student.open(place).form(r".*/place"), {"role": ["instructor"]})
    assert outsider.open(course.path).status == 200
    student.send(student.open(place).form(r".*/removal"))
    assert outsider.open(course.path).status == 404


def test_leaving_asks_what_to_take_along(student: Browser, outsider: Browser, course: Page) -> None:
    code = with_code(student, course)
    page = outsider.send(outsider.open("/join").form("/enrolments"), {"code": [code], "called": ["Ann Lee"]})
    page = outsider.open(page.link("Leave"))
    page = outsider.send(page.form(r".*/leaving"), {"take": ["along"]})
    assert page.path == "/courses"
    assert "You have left the course." in page.text
    assert "Ann Lee" not in student.open(course.path).text


def test_an_archived_course_is_looked_at_and_not_changed(student: Browser, course: Page) -> None:
    settings = student.open(course.path.replace("people", "settings"))
    student.send(settings.form(r".*/archive"))
    assert "This course is archived" in student.open(course.path.replace("/people", "")).text
    stale = student.send(course.form(r"/courses/\d+/code"))
    assert stale.status == 404
    assert student.open(course.path.replace("people", "roster")).status == 404
    settings = student.open(course.path.replace("people", "settings"))
    student.send(settings.form(r".*/archive/end"))
    assert student.send(course.form(r"/courses/\d+/code")).status == 200


def test_a_copy_knows_who_teaches_it_and_a_section_added_twice_is_there_once(student: Browser, course: Page) -> None:
    for _ in range(2):
        page = student.send(course.form(r".*/sections"), {"title": ["Ward 3"]})
    assert page.status == 200
    assert "There is a section with this title." in page.text
    copied = student.send(student.open(course.path.replace("people", "settings")).form(r".*/copies"))
    assert "Taught by Dr. Lind." in student.open(copied.path.removesuffix("/settings")).text


def test_a_code_says_until_when_it_works(student: Browser, course: Page) -> None:
    with_code(student, course)
    assert "It works until 1 May 2026" in student.open(course.path).text


def test_only_administrators_open_courses_where_that_is_set(app: Flask, student: Browser) -> None:
    object.__setattr__(app.config["QUIZAPP"], "courses", "administrators")
    assert student.open("/courses/new").status == 404
    assert "Open a course" not in student.open("/courses").text


def test_nobody_copies_a_course_who_may_not_open_one(app: Flask, student: Browser, course: Page) -> None:
    form = student.open(course.path.replace("people", "settings")).form(r".*/copies")
    object.__setattr__(app.config["QUIZAPP"], "courses", "administrators")
    assert student.send(form).status == 404


def test_an_instructor_does_not_change_the_place_of_another(app: Flask, student: Browser, outsider: Browser, course: Page) -> None:
    code = with_code(student, course)
    outsider.send(outsider.open("/join").form("/enrolments"), {"code": [code], "called": ["Ann Lee"]})
    owner, ann = (link.attributes["href"] for link in student.open(course.path).root.all("a") if link.text() == "Change")
    student.send(student.open(ann).form(r".*/place"), {"role": ["instructor"]})
    assert outsider.open(owner).status == 404
    assert owner not in outsider.open(course.path).response.text
    assert outsider.send(outsider.open(ann).form(r".*/place"), {"called": ["Dr. Ann Lee"]}).status == 200
    page = outsider.send(outsider.open(ann).form(r".*/place"), {"role": ["learner"]})
    assert page.heading == "Oncology nursing"
    assert "you do not teach here any more" in page.text


def test_links_lead_to_the_address_that_is_set(app: Flask, student: Browser, course: Page) -> None:
    object.__setattr__(app.config["QUIZAPP"], "address", "https://quiz.example.org")
    with_code(student, course)
    assert "https://quiz.example.org/join?code=" in student.open(course.path).text
    page = roster(student, course, ROSTER.encode(), invite="1")
    assert "https://quiz.example.org/invitations/" in page.response.text
