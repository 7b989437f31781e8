"""Loading of styles: XML parsed with care, checked, and put together with its locale."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from zhanaozen_archive._citing._kit.locales import CSL, Locale, language_of, locale_of
from zhanaozen_archive._citing._kit.marks import FORBIDDEN
from zhanaozen_archive._citing.data import locale_file, primary_dialects, schema
from zhanaozen_archive._citing.styles import known_locale, read_known_style, read_style, style_locale
from zhanaozen_archive.errors import CitationError

_DEEPEST = 100
"""Elements inside each other; the deepest of the official styles has some thirty."""
_LONGEST = 1_000
"""Characters of an attribute; a delimiter is printed once for each of many names."""
_BASE = "en-US"


def style_root(style: str | Path, *, validate: bool) -> tuple[Any, str]:
    """The root element of a style, of its parent where it has one, and the locale it asks for.

    Raises:
        UnknownStyle: There is no such style.
        CitationError: It is not sound.
    """
    root = _parsed(read_style(style), style, validate=validate)
    asked = root.get("default-locale")
    if (parent := _parent(root)) is not None:
        root = _parsed(read_known_style(parent), style, validate=validate)
        asked = asked or root.get("default-locale")
    if root.find(f"{CSL}citation/{CSL}layout") is None:
        raise CitationError(f"the style {shown(style)} is not sound: it has no layout of citations")
    return root, str(asked or _BASE)


def _parent(root: Any) -> str | None:
    """The name of the style that a dependent one takes its form from."""
    for link in root.iterfind(f"{CSL}info/{CSL}link[@rel='independent-parent']"):
        return str(link.get("href", "")).rstrip("/").rpartition("/")[2]
    return None


def shown(style: str | Path) -> str:
    """A style as messages call it."""
    text = str(style)
    return "given as XML" if text.lstrip().startswith("<") else repr(text)


def _parsed(data: bytes, style: str | Path, *, validate: bool) -> Any:
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise CitationError(f"the style {shown(style)} is no XML: {error.msg}") from None
    problem = _problem(root, validate=validate)
    if problem:
        raise CitationError(f"the style {shown(style)} is not sound: {problem}")
    return root


def _parser() -> Any:
    return etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
    )


def _problem(root: Any, *, validate: bool) -> str | None:
    """What is wrong with a style, None if nothing is."""
    if root.getroottree().docinfo.doctype:
        return "it has a DOCTYPE"
    if root.tag != f"{CSL}style":
        return f"it is no CSL style: its root is {root.tag!r}"
    if not str(root.get("version", "")).startswith("1.0"):
        return f"its version is {root.get('version')!r}, not 1.0"
    return _harm(root) or (_invalid(root) if validate else None)


def _harm(root: Any) -> str | None:
    """What no schema forbids, and no style in use has."""
    if FORBIDDEN.search(etree.tostring(root, encoding="unicode")):
        return "it holds private-use characters"
    if any(sum(1 for _ in leaf.iterancestors()) > _DEEPEST for leaf in root.iter() if not len(leaf)):
        return f"its elements lie more than {_DEEPEST} deep"
    if any(len(value) > _LONGEST for element in root.iter() for value in element.attrib.values()):
        return f"it has an attribute of more than {_LONGEST:,} characters"
    return None


def _invalid(root: Any) -> str | None:
    schema = _schema()
    if schema.validate(root):
        return None
    first = max(schema.error_log, key=lambda error: error.line > 0)  # one of line 0 tells nothing
    return f"it is no valid CSL 1.0.2 (line {first.line}: {first.message})"


@lru_cache(maxsize=1)
def _schema() -> Any:
    return etree.RelaxNG(etree.parse(str(schema())))


def locale_name(asked: str | None, own: str) -> str:
    """The locale to cite in.

    Args:
        asked: The locale that the caller asks for, None for that of the style.
        own: The locale of the style, which may be a language alone, or say more than CSL knows behind "-x-".

    Raises:
        CitationError: There is no such locale.
    """
    name = style_locale(own.split("-x-", maxsplit=1)[0]) if asked is None else known_locale(asked)
    return str(primary_dialects().get(name, name))


def locale_for(root: Any, name: str) -> Locale:
    """What a locale says.

    Args:
        root: The root of the style, which can put its own words in the place of those of a language.
        name: The locale.
    """
    language = name.split("-", maxsplit=1)[0]
    dialects = dict.fromkeys((primary_dialects().get(language, name), name))
    own_elements = list(root.iterfind(f"{CSL}locale"))
    wanted = dict.fromkeys(("", language, *dialects))
    chosen = [element for each in wanted for element in own_elements if language_of(element) == each]
    base = None if _BASE in dialects else locale_of([_locale_file(_BASE)])
    return locale_of([*map(_locale_file, dialects), *chosen], base)


@lru_cache(maxsize=16)
def _locale_file(name: str) -> Any:
    return etree.parse(str(locale_file(name)), _parser()).getroot()
