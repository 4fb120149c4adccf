"""A mail server on this machine that takes letters and shows them."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path


@dataclass
class MailServer:
    """Where it listens, what was said to it, and the letters that it took."""

    address: str = ""
    refuses: bool = False
    said: list[str] = field(default_factory=list)
    letters: list[EmailMessage] = field(default_factory=list)


@contextmanager
def mail_server(refuses: bool = False, certificate: Path | None = None) -> Iterator[MailServer]:
    """A server that speaks just as much SMTP as a letter needs; under TLS where it has a certificate."""
    shown = MailServer(refuses=refuses)

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 here")
            while line := self.rfile.readline().decode().rstrip():
                shown.said.append(line)
                match line.partition(" ")[0].upper():
                    case "EHLO":
                        self._say("250-here\r\n250 AUTH PLAIN")
                    case "DATA":
                        self._say("354 go on")
                        self._take()
                    case "RCPT" if shown.refuses:
                        self._say("550 nobody here")
                    case "AUTH":
                        self._say("235 known")
                    case "QUIT":
                        self._say("221 bye")
                        return
                    case _:
                        self._say("250 well")

        def _take(self) -> None:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            shown.letters.append(message_from_bytes(b"".join(lines), policy=default))
            self._say("250 taken")

        def _say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        def get_request(self) -> tuple[socket.socket, object]:
            connection, address = super().get_request()
            if certificate is None:
                return connection, address
            secret = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            secret.load_cert_chain(certificate)
            return secret.wrap_socket(connection, server_side=True), address

    with Server(("127.0.0.1", 0), Talk) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        shown.address = f"127.0.0.1:{server.server_address[1]}"
        yield shown
        server.shutdown()
        thread.join()
