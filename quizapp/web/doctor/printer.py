"""What writes files to print: there where the extra `pdf` is installed, and the libraries of the system that it needs."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def is_offered() -> bool:
    """Whether to offer files. It is not loaded for that: it takes seconds, which whoever only looks at the page need not wait."""
    return find_spec("weasyprint") is not None and not (printer.cache_info().currsize and printer() is None)


@cache
def printer() -> Any | None:
    """WeasyPrint; None where it or a library of the system is missing."""
    try:
        return import_module("weasyprint")
    except (ImportError, OSError):
        return None


def print_page(page: str, look: Path, paper: str) -> bytes:
    """A page as a tagged PDF (PDF/UA-1) on this paper. It fetches nothing from anywhere: pictures stand in the page itself."""
    weasyprint = printer()
    assert weasyprint, "nobody is offered a file where there is no printer"
    in_the_page = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    sheets = [weasyprint.CSS(string=look.read_text(encoding="utf-8")), weasyprint.CSS(string=f"@page {{ size: {paper} }}")]
    written: bytes = weasyprint.HTML(string=page, url_fetcher=in_the_page).write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")
    return written
