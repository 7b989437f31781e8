"""The built documentation in a real browser: no error, no sideways scrolling, copy buttons that copy, readable to all.

Needs the folder of built pages in ZHANAOZEN_PAGES, the extra `browser`, and Chromium from the system's packages.
"""

import http.server
import os
import shutil
import threading
import zlib
from functools import partial
from pathlib import Path

import pytest

import zhanaozen_archive as za

playwright = pytest.importorskip("playwright.sync_api", reason="no browser is driven: the extra `browser` is absent")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="the extra `browser` is absent")
PAGES = os.environ.get("ZHANAOZEN_PAGES", "")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(not PAGES, reason="no pages are looked at: ZHANAOZEN_PAGES names no folder of built pages"),
    pytest.mark.skipif(not CHROMIUM, reason="no pages are looked at: the system has no Chromium"),
]
OFFLINE = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
LOOKED_AT = (
    "index.html",
    "api.html",
    "record/index.html",
    "record/readings.html",
    "record/events/zhanaozen-shooting-2011.html",
    "record/events/oil-strike-2011.html",
    "record/sources/rferl2023riot.html",
    "record/sources/officials2011ten.html",
)
"""One of each kind; every other page is made in the same way and only loaded."""
LEFT = "net::ERR_ABORTED"
"""What becomes of a request when the page is left before the answer."""
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=PAGES))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OFFLINE)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, site):
    """Open pages; whatever goes wrong in them, or is asked of another host, fails the test."""
    wrong, contexts = [], []

    def page(viewport=DESK, scheme="light"):
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((site, "data:")) else wrong.append(asked.url))
        page.on("requestfailed", lambda asked: wrong.append(asked.url) if asked.failure != LEFT else None)
        return page

    yield page
    for context in contexts:
        context.close()
    assert wrong == []


def test_every_page_loads_without_error_and_fits_a_phone(opened, site):
    page = opened(PHONE)
    wide = []

    for path in sorted(Path(PAGES).rglob("*.html")):
        name = path.relative_to(PAGES).as_posix()
        page.goto(site + name, wait_until="domcontentloaded")
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(name)

    assert wide == []


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone, dark", "desk, light"])
def test_no_serious_fault_for_those_who_hear_or_see_badly(opened, site, viewport, scheme):
    page = opened(viewport, scheme)
    faults = []

    for name in LOOKED_AT:
        page.goto(site + name)
        for found in axe.Axe().run(page).response["violations"]:
            if found["impact"] in ("serious", "critical"):
                faults += [(name, found["id"], node["html"][:120]) for node in found["nodes"]]

    assert faults == []


def test_a_copy_button_copies_the_citation_with_its_italics(opened, site):
    page = opened()
    page.goto(f"{site}record/sources/rferl2023riot.html")
    box = page.locator(".za-copy").first
    button = page.locator(".za-copy-button").first

    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.za-copy-button').textContent === 'Copied'")

    read = """async kind => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType(kind)).text();
    }"""
    assert page.evaluate(read, "text/plain") == box.inner_text().strip()
    assert "<em>" in page.evaluate(read, "text/html")


def test_the_keyboard_reaches_the_links_of_a_page(opened, site):
    page = opened()
    page.goto(f"{site}record/index.html")
    links = page.locator("article a.reference").count()

    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))

    assert links > 100
    assert len(reached) > 20


def test_a_picture_stacks_on_a_phone_and_keeps_every_word(opened, site):
    page = opened(PHONE)
    page.goto(f"{site}record/events/zhanaozen-shooting-2011.html")
    figure = page.locator("figure.zat").last

    text = figure.inner_text()

    for words in ("“ten people were killed”", "“at least 16 people”", "“up to seventy people”"):
        assert words in text
    cells = [row.bounding_box() for row in figure.locator("tbody tr").first.locator("th, td").all()]
    assert [cell["y"] for cell in cells] == sorted({cell["y"] for cell in cells})


def test_every_public_name_and_every_record_is_in_the_inventory():
    lines = zlib.decompress((Path(PAGES) / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().split("\n")
    found = {tuple(line.split(" ")[:2]) for line in lines if line}
    named = {name for name, kind in found if kind.startswith("py:")}
    held = za.load()

    assert {f"zhanaozen_archive.{name}" for name in za.__all__ if name != "__version__"} <= named
    assert {(claim.id, "za:claim") for claim in held.claims()} <= found
    assert {(event.id, "za:event") for event in held.events()} <= found
    assert {(source.key, "za:source") for source in held.sources()} <= found
