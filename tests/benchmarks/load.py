"""Many connections that send what was prepared and measure how soon it is answered: as little work as can be, since it shares the machine."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

HEAD_ENDS = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured: how many requests a second, the latency of the slowest in a hundred in milliseconds, and each status."""

    per_second: float
    p99: float
    statuses: dict[int, int]


class _Line(asyncio.Protocol):
    """A connection that sends its requests one after the other."""

    def __init__(self, requests: Sequence[bytes]) -> None:
        self.requests, self.seconds, self.statuses = iter(requests), list[float](), dict[int, int]()
        self.done = asyncio.get_running_loop().create_future()
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, ends, body = self._received.partition(HEAD_ENDS)
        if ends and len(body) >= _length(head):
            self.seconds.append(time.perf_counter() - self._sent)
            status = int(head.split(b" ", 2)[1])
            self.statuses[status] = self.statuses.get(status, 0) + 1
            self._next()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(error or ConnectionError("The server hung up."))

    def _next(self) -> None:
        request = next(self.requests, None)
        if request is None:
            self.done.set_result(None)
            self.transport.close()
            return
        self._received, self._sent = b"", time.perf_counter()
        self.transport.write(request)


def loaded(port: int, lines: Sequence[Sequence[bytes]]) -> Load:
    """Send all at once, each list of requests on a connection of its own."""
    return asyncio.run(_loaded(port, lines))


async def _loaded(port: int, lines: Sequence[Sequence[bytes]]) -> Load:
    loop, began = asyncio.get_running_loop(), time.perf_counter()
    opened = [await loop.create_connection(partial(_Line, requests), "127.0.0.1", port) for requests in lines]
    for _, line in opened:
        await line.done
    seconds = sorted(second for _, line in opened for second in line.seconds)
    statuses: dict[int, int] = {}
    for _, line in opened:
        for status, times in line.statuses.items():
            statuses[status] = statuses.get(status, 0) + times
    return Load(len(seconds) / (time.perf_counter() - began), 1000 * seconds[len(seconds) * 99 // 100], statuses)


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise ValueError("An answer without a length.")


def posted(path: str, cookie: str, body: str) -> bytes:
    """A form as it goes over the wire."""
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
