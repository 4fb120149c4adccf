"""What calendar programs are given, read by the rules of RFC 5545 with nothing of the library that writes it."""

from datetime import UTC, date, datetime

from quizapp.icalendars import WholeDay, fingerprint, ical

AT = datetime(2026, 3, 2, 20, 1, 2, tzinfo=UTC)
DAYS = (
    WholeDay(
        date(2026, 12, 31), "one@quizapp", "12 questions, about 7 minutes", "Zürich; a\\b\nand a line that is much too long " + "ä" * 90
    ),
    WholeDay(date(2027, 1, 2), "two@quizapp", "1 question, about 1 minute", "x"),
)


def lines(calendar: bytes) -> list[str]:
    """Unfolded (§3.1)."""
    assert calendar.endswith(b"\r\n")
    assert b"\n" not in calendar.replace(b"\r\n", b"")
    return calendar.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_no_line_is_longer_than_75_octets_and_each_is_whole_text() -> None:
    for line in ical("Quizapp", DAYS, AT).split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode() is not None


def test_each_day_is_an_event_of_one_whole_day_that_blocks_no_time() -> None:
    told = lines(ical("Quizapp", DAYS, AT))
    assert told[0] == "BEGIN:VCALENDAR"
    assert told[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in told
    assert told.count("BEGIN:VEVENT") == told.count("END:VEVENT") == told.count("TRANSP:TRANSPARENT") == 2
    first = told[told.index("BEGIN:VEVENT") : told.index("END:VEVENT")]
    assert "DTSTART;VALUE=DATE:20261231" in first
    assert "DTEND;VALUE=DATE:20270101" in first  # the end is not part of it (§3.6.1)
    assert "DTSTAMP:20260302T200102Z" in first
    assert "UID:one@quizapp" in first


def test_text_is_escaped() -> None:
    told = lines(ical("Quizapp", DAYS, AT))
    assert "SUMMARY:12 questions\\, about 7 minutes" in told
    assert "DESCRIPTION:Zürich\\; a\\\\b\\nand a line that is much too long " + "ä" * 90 in told


def test_programs_are_asked_to_look_again_after_some_hours() -> None:
    told = lines(ical("Quizapp", DAYS, AT))
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in told
    assert "X-PUBLISHED-TTL:PT6H" in told


def test_calendars_that_say_the_same_have_one_fingerprint() -> None:
    assert fingerprint("Quizapp", DAYS) == fingerprint("Quizapp", list(DAYS))
    assert fingerprint("Quizapp", DAYS) != fingerprint("Quizapp", DAYS[:1])
