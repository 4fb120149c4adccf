"""Where one request ends and the next begins is said in one way only, so that nobody hides a request in another."""

import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from tests.program import served

HIDDEN = b"GET /hidden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def answers_to(address: str, request: bytes) -> list[bytes]:
    """The first lines of all that is answered on one connection."""
    url = urlsplit(address)
    with socket.create_connection((str(url.hostname), int(url.port or 0)), timeout=20) as connection:
        connection.sendall(request)
        said = b""
        with suppress(TimeoutError, ConnectionResetError):  # whoever keeps a connection open says no more
            connection.settimeout(5)
            while part := connection.recv(65536):
                said += part
    return [line for line in said.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]


def test_a_request_with_two_lengths_or_both_ways_of_saying_it_hides_no_other(tmp_path: Path) -> None:
    head = b"POST /sessions HTTP/1.1\r\nHost: localhost\r\n"
    both = head + b"Transfer-Encoding: chunked\r\nContent-Length: %d\r\n\r\n0\r\n\r\n" % (5 + len(HIDDEN)) + HIDDEN
    twice = head + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN
    odd = head + b"Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n" + HIDDEN
    with served(tmp_path) as address:
        plain = answers_to(address, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert plain == [b"HTTP/1.1 200 OK"]
        for request in (twice, odd):
            assert answers_to(address, request)[:1] == [b"HTTP/1.1 400 Bad Request"], request
        first, *rest = answers_to(address, both)
        assert first.startswith(b"HTTP/1.1 4")
        assert len(rest) <= 1  # chunks count and the length does not, as RFC 9112 has it
