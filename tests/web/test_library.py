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


def test_whoever_reads_plain_words_is_told_in_them_what_a_topic_is_about(patient: Browser, visitor: Browser, student: Browser) -> None:
    plain, nursing = "When and how doctors find out that cancer has spread.", "When metastatic cancer comes to light, by what signs"
    for browser, plainly in ((patient, True), (visitor, True), (student, False)):
        for path in ("/library", "/topics/metastatic-cancer/discovery"):
            text = browser.open(path).text
            assert (plain in text, nursing in text) == (plainly, not plainly), (path, plainly)
        assert ("fits the years from 2000 to 2009" in browser.open("/library").text.partition("What this is")[0]) is plainly


def test_what_is_not_said_in_plain_words_does_not_stand_in_the_library_of_patients(patient: Browser, visitor: Browser) -> None:
    def topics(browser: Browser) -> set[str]:
        links = (link.attributes["href"] for link in browser.open("/library").root.all("a"))
        return {link for link in links if link.startswith("/topics/")}

    for_nurses = {"/topics/electrolytes/care", "/topics/metastatic-cancer/figures"}
    assert topics(visitor) - topics(patient) == for_nurses
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["me"]})
    assert topics(visitor) == topics(patient)
