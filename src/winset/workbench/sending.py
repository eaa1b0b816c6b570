"""One request to the address a person gave: no redirection, no proxy, a limit of time and size."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR
from urllib.parse import SplitResult, urlsplit

from winset.errors import Misuse, WinsetError

LARGEST = 1_000_000
"""Bytes of an answer."""
_EXPECTED = "expected as http://localhost:11434/v1"


def checked_address(address: str) -> str:
    """An address to which something can be sent; raises Misuse for what is none."""
    if _split(address) is None:
        raise Misuse(f"{address[:80]!r} is no address; {_EXPECTED}")
    parts = urlsplit(address)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise Misuse(f"{parts.scheme}://{parts.hostname} is given with a name, a password or a "
                     f"question, which every report would show; {_EXPECTED}")  # fmt: skip
    return address.rstrip("/")


def _split(address: str) -> SplitResult | None:
    """The parts of an address, None for what is none."""
    try:
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        plain = address.isascii() and address.isprintable() and " " not in address
    except ValueError:
        return None
    return parts if fits and plain else None


def post(
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    wait: float,
    about_to: Callable[[], object],
) -> bytes:
    """What an address answers; `about_to` is called when it is reached and nothing is sent yet.

    Raises WinsetError with the reason when no answer comes whole within `wait` seconds.
    """
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=wait)
    try:
        with _ended_after(wait, connection):
            _connect(connection, address)
            about_to()
            connection.request("POST", parts.path, body, dict(headers))
            return _read(connection.getresponse(), address)
    except (HTTPException, OSError) as error:
        raise WinsetError(f"{address} gave no answer ({error}); nothing was kept") from None
    finally:
        connection.close()


def _connect(connection: HTTPConnection, address: str) -> None:
    try:
        connection.connect()
    except (HTTPException, OSError) as error:
        raise WinsetError(f"{address} was not reached ({error}); nothing was sent") from None


@contextmanager
def _ended_after(wait: float, connection: HTTPConnection) -> Iterator[None]:
    """Break the connection off when the time is up: a server may send a byte now and then.

    Raises TimeoutError then, whatever came until then.
    """
    late = threading.Event()

    def end() -> None:
        late.set()
        try:
            if connection.sock is not None:
                connection.sock.shutdown(SHUT_RDWR)
        except OSError:
            pass  # it is closed already

    timer = threading.Timer(wait, end)
    timer.start()
    try:
        yield
    except (HTTPException, OSError):
        if not late.is_set():
            raise
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError("it took too long")


def _read(reply: HTTPResponse, address: str) -> bytes:
    """The body of an answer; raises WinsetError for another than a plain and short one."""
    if 300 <= reply.status < 400:
        raise WinsetError(f"{address} leads elsewhere, where nothing was sent; nothing was kept")
    if reply.status != 200:
        raise WinsetError(f"{address} answered {reply.status} {reply.reason}; nothing was kept")
    data = reply.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise WinsetError(f"{address} answered more than {LARGEST:,} bytes; nothing was kept")
    return data
