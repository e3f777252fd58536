"""A real browser without a window, asked by the driver that Debian has for it."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "chromium or chromedriver is not here" if not (CHROMIUM and DRIVER) else ""
"""Why there is no browser; empty where there is one."""
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_OPEN = build_opener(ProxyHandler({})).open
"""Past any proxy: the driver is on this machine."""


class Browser:
    """One session; what the page reports against its own rules is in ``complaints``."""

    def __init__(self, port: int, profile: Path) -> None:
        self._at = f"http://127.0.0.1:{port}/session"
        options = {"binary": CHROMIUM, "args": [*_QUIET, f"--user-data-dir={profile}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        asked = {"capabilities": {"alwaysMatch": {"browserName": "chrome", **wanted}}}
        self._at += "/" + self._ask("", asked)["sessionId"]

    def _ask(self, path: str, value: object = None, method: str = "POST") -> Any:
        data = json.dumps(value or {}).encode() if method == "POST" else None
        headers = {"Content-Type": "application/json"}
        with _OPEN(Request(self._at + path, data, headers, method=method), timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, file: Path) -> None:
        """Show a file and wait until it is loaded."""
        self._ask("/url", {"url": file.resolve().as_uri()})

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        keys = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self._ask("/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def value(self, script: str) -> Any:
        """What an expression of the page's script comes to."""
        return self._ask("/execute/sync", {"script": f"return {script}", "args": []})

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self._ask("/print", {}))

    def complaints(self) -> list[str]:
        """What the browser had to say against the page since it was asked last."""
        return [each["message"] for each in self._ask("/se/log", {"type": "browser"})]

    def quit(self) -> None:
        """End the session and its browser."""
        self._ask("", method="DELETE")


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a browser with a profile of its own; it is gone afterwards."""
    assert DRIVER
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = subprocess.Popen(
            [DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(port)
            found = Browser(port, Path(profile))
            try:
                yield found
            finally:
                found.quit()
        finally:
            driver.terminate()
            driver.wait(timeout=30)


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            with _OPEN(f"http://127.0.0.1:{port}/status", timeout=5) as answer:
                if json.load(answer)["value"]["ready"]:
                    return
        except (URLError, OSError):
            pass
        time.sleep(0.05)
    raise AssertionError("the driver of the browser did not start")
