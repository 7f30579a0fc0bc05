"""The port that the site answers on. Imported before anything is installed: standard library only."""

import os
import socket

HOST = "127.0.0.1"
HIGHEST = 65535


class PortError(Exception):
    """Why the site cannot answer there, as one Swedish sentence."""


def chosen_port():
    """The port that was asked for, 8000 unless told."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST):
        raise PortError(f"PORT ska vara ett tal mellan 1 och {HIGHEST}, inte {text}.")
    return int(text)


def refuse_unusable(port):
    """Try the port the way the server will take it."""
    with socket.socket() as probe:
        # A port that merely waits out old connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise PortError(
                f"Port {port} kräver administratörsrättigheter. "
                "Välj en högre port, till exempel make serve PORT=8000."
            ) from None
        except OSError:
            other = port + 1 if port < HIGHEST else port - 1
            raise PortError(
                f"Port {port} är upptagen av ett annat program. "
                f"Stäng det eller välj en annan port, till exempel make serve PORT={other}."
            ) from None
