"""Where a person may be sent after a form: to a page of this site, and nowhere else."""

from urllib.parse import urlsplit


def local_path(target: str | None, otherwise: str) -> str:
    """The target if it is a path on this site, else the other one."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")) or not target.isprintable() or "\\" in target:
        return otherwise
    try:
        parts = urlsplit(target)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else target
