"""One HTTP server for all parts of the sandbox."""

import socket
import time
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from .brp import Brp
from .control import Control
from .digid import DigiD
from .duo import Duo
from .http import HTML, Request, Response, redirect
from .world import Fault, World

_MOST_BYTES = 1_000_000


class Sandbox:
    """The parts together; `answer` needs no socket."""

    def __init__(
        self,
        world: World,
        *,
        notify_url: str = "",
        client_id: str = "",
        client_secret: str = "",
        base_url: str = "",
        brp_api_key: str = "",
    ) -> None:
        self.world = world
        self.control = Control(world, notify_url)
        self.parts: dict[str, Callable[[Request], Response]] = {
            "duo": Duo(world, self.control.term_started).answer,
            "brp": Brp(world, brp_api_key).answer,
            "digid": DigiD(world, client_id=client_id, client_secret=client_secret, base_url=base_url).answer,
        }

    def answer(self, request: Request) -> Response | None:
        """The answer, or None for hanging up without one."""
        part = request.path.split("/")[1]
        if request.path == "/":
            return redirect("/beheer/")
        if part == "beheer":
            return self.control.answer(request)
        if part not in self.parts:
            return Response(404)
        fault = self.world.fault_for(part)
        response = self._misbehave(fault) or self.parts[part](request)
        if part != "digid":
            status = 0 if fault.down else response.status
            self.world.note(part, request, status)
        return None if fault.down or fault.lose_answers else response

    def _misbehave(self, fault: Fault) -> Response | None:
        time.sleep(fault.delay_ms / 1000)
        if fault.down:
            return Response(503)
        if fault.fail_next:
            return Response(fault.status, headers={"API-Version": "1.0.0"})
        return None


def serve(sandbox: Sandbox, listening: socket.socket) -> ThreadingHTTPServer:
    """A server that answers on this socket; the caller runs it."""
    host, port = listening.getsockname()[:2]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "zandbak"
        sys_version = ""
        timeout = 60
        wbufsize = -1
        disable_nagle_algorithm = True

        def _handle(self) -> None:
            url = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            if length > _MOST_BYTES:
                self.close_connection = True
                return self._reply(Response(413))
            request = Request(
                method=self.command,
                path=url.path,
                query=dict(parse_qsl(url.query, keep_blank_values=True)),
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.rfile.read(length),
                base_url=f"http://{self.headers.get('Host', f'{host}:{port}')}",
            )
            try:
                response = sandbox.answer(request)
            except Exception:  # noqa: BLE001 - a sandbox that hangs up would look like a fault of the network
                traceback.print_exc()
                response = Response(500)
            if response is None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return None
            return self._reply(response)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _handle  # noqa: N815

        def _reply(self, response: Response) -> None:
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            if response.headers.get("Content-Type") == HTML:
                self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Paths hold citizen service numbers: `/beheer/ontvangen` shows them, the log doesn't."""

    server = _Server((host, port), Handler, bind_and_activate=False)
    server.socket.close()  # the one that it made itself
    server.socket, server.server_name, server.server_port = listening, host, port
    return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True
