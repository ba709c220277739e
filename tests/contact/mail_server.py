"""A mail server for tests that can be as bad as real ones: it refuses, dawdles, or hangs up at the worst moment."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message


@dataclass
class Behaviour:
    """What the server does. `pauses` and `refusals` by the command that they come after; "." is the end of the mail."""

    refusals: dict[str, str] = field(default_factory=dict)
    pauses: dict[str, float] = field(default_factory=dict)
    hangs_up_before_answer: str = ""
    hangs_up_after_answer: str = ""


class MailServer:
    """`received` are the mails of which the whole text came in, whether the server confirmed them or not."""

    def __init__(self) -> None:
        self.behaviour = Behaviour()
        self.received: list[Message] = []
        self.commands: list[str] = []
        server = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                server._serve(self)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait_for(self, command: str, *, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while command not in self.commands:
            assert time.monotonic() < until, f"{command} never came"
            time.sleep(0.02)

    def _serve(self, handler: socketserver.StreamRequestHandler) -> None:
        try:
            self._talk(handler)
        except OSError:
            return  # the client went away in the middle of a sentence

    def _talk(self, handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(b"220 test\r\n")
        while line := handler.rfile.readline():
            command = line.split(b" ")[0].strip().decode().upper()
            if not self._answer(handler, command, "354 go on" if command == "DATA" else "250 ok"):
                return
            if command == "DATA" and "DATA" not in self.behaviour.refusals:
                self.received.append(message_from_bytes(_mail_of(handler)))
                if not self._answer(handler, ".", "250 taken"):
                    return

    def _answer(self, handler: socketserver.StreamRequestHandler, command: str, usual: str) -> bool:
        """False when the server hangs up."""
        behaviour = self.behaviour
        self.commands.append(command)
        time.sleep(behaviour.pauses.get(command, 0))
        if behaviour.hangs_up_before_answer == command:
            return False
        handler.wfile.write(f"{behaviour.refusals.get(command, usual)}\r\n".encode())
        return command not in {behaviour.hangs_up_after_answer, "QUIT"}


def _mail_of(handler: socketserver.StreamRequestHandler) -> bytes:
    lines = []
    while (line := handler.rfile.readline()) not in {b".\r\n", b""}:
        lines.append(line.removeprefix(b"."))
    return b"".join(lines)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()
