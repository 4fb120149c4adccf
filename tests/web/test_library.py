from tests.web.browser import Browser


def test_the_library_shows_each_topic_and_how_much_it_holds(outsider: Browser) -> None:
    page = outsider.open("/library")
    assert page.heading == "Library"
    assert "things to know" in page.text
    assert page.has_form("/studies")


def test_a_guest_looks_around_and_is_asked_to_sign_up(visitor: Browser) -> None:
    page = visitor.open("/library")
    assert page.link("Create an account to start") == "/sign-up"
    assert not page.has_form("/studies")


def test_a_topic_rests_and_is_taken_up_again(student: Browser) -> None:
    page = student.send(student.open("/library").form("/studies/pauses"))
    assert "The topic rests." in page.text
    assert "paused" in page.text
    assert "Go on" in [button.text() for button in page.form("/studies").all("button")]
    assert student.send(page.form("/studies")).path.startswith("/study/")


def test_a_topic_that_is_not_there_cannot_be_started_or_paused(outsider: Browser) -> None:
    form = outsider.open("/library").form("/studies")
    assert outsider.send(form, {"topic": ["no such topic"]}).status == 404
    assert outsider.send(form, {"bank": ["a\0b"]}).status == 404
    form.attributes["action"] = "/studies/pauses"
    for topic in ("no such topic", "a\0b"):
        assert outsider.send(form, {"topic": [topic]}).status == 404


def test_what_one_person_studies_is_nothing_to_another(student: Browser, outsider: Browser) -> None:
    form = student.open("/library").form("/studies/pauses")
    theirs = outsider.open("/library")
    assert not theirs.has_form("/studies/pauses")
    form.all("input", name="csrf_token")[0].attributes["value"] = (
        theirs.form("/studies").all("input", name="csrf_token")[0].attributes["value"]
    )
    assert outsider.send(form).status == 404
    assert student.open("/library").has_form("/studies/pauses")
