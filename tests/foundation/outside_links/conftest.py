"""A website on this machine that answers as it is told, and remembers what it was asked."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

ANSWERS = {
    "/finns": 200,
    "/borta": 404,
    "/borttagen": 410,
    "/trasig": 503,
    "/inloggning": 403,
    "/bara-get": {"HEAD": 405, "GET": 200},
    "/robots.txt": 404,
}


class Website(BaseHTTPRequestHandler):
    """Answers what ANSWERS says; /till?… leads on."""

    def do_GET(self):
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        text = self.server.robots if self.path == "/robots.txt" else ""
        answer = self.server.answers.get(self.path.partition("?")[0], 200)
        status = answer[self.command] if isinstance(answer, dict) else answer
        if self.path.startswith("/till?"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
        else:
            self.send_response(200 if text else status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(text.encode())

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def website():
    """The running website; `root` is its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Website)
    server.asked, server.answers, server.robots = [], ANSWERS, ""
    server.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
