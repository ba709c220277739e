"""Sends HTTP requests over a fixed number of connections, and remembers which were answered with 201.

Raw sockets in a process of its own: a client that thinks more than the server would measure itself.
"""

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

CONNECTIONS = 16
Make = Callable[[int], tuple[str, bytes]]


@dataclass(frozen=True)
class Result:
    """`stored` holds the berichtId of each request that got a 201."""

    stored: list[str]
    refused: int
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.stored) / self.seconds


def fire(port: int, make: Make, seconds: float, seed: int) -> Result:
    """Runs in a child process, so that the server keeps its own core."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        return pool.submit(_fire, port, make, seconds, seed).result()


def _fire(port: int, make: Make, seconds: float, seed: int) -> Result:
    stored: list[list[str]] = [[] for _ in range(CONNECTIONS)]
    refused = [0] * CONNECTIONS
    until = time.monotonic() + seconds

    def keep_sending(number: int) -> None:
        connection: socket.socket | None = None
        count = seed + number
        while time.monotonic() < until:
            message_id, request = make(count)
            count += CONNECTIONS
            try:
                connection = connection or socket.create_connection(("127.0.0.1", port), timeout=5)
                connection.sendall(request)
                answer = connection.recv(4096)
            except OSError:
                answer = b""
            if answer.startswith(b"HTTP/1.1 201"):
                stored[number].append(message_id)
            elif answer:
                refused[number] += 1
            else:
                connection = None
                time.sleep(0.01)

    began = time.monotonic()
    threads = [threading.Thread(target=keep_sending, args=(number,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Result([one for many in stored for one in many], sum(refused), time.monotonic() - began)
