"""Another website, which remembers what it is asked for and what the browser tells of itself."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Elsewhere:
    """The website: its address, and the Referer of each request by path, None where there was none."""

    url: str = ""
    referers: dict[str, str | None] = field(default_factory=dict)


@contextmanager
def somewhere_else():
    """The website, as long as it is needed."""
    website = Elsewhere()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            website.referers[self.path] = self.headers.get("Referer")
            page = f"<!doctype html><title>Annat</title><link rel=icon href=data:,>{self.path}"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # Not under the name that the tested site goes by.
    website.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield website
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
