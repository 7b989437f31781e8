"""One line of JSON as an object, strictly: no key twice, nothing that JSON does not have, nothing too deep."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder, dumps
from typing import Any, Never

from zhanaozen_archive._loading.depth import is_too_deep
from zhanaozen_archive._loading.report import shown
from zhanaozen_archive.errors import Code

Record = dict[str, Any]
_HALVES = (b"\\ud", b"\\uD")
"""How every escape begins that stands for half of a character, beside few others."""


class NotRead(Exception):
    """A line is no object of JSON.

    Attributes:
        code: The code of the problem.
        message: What is wrong.
    """

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, message)
        self.code: Code = code
        self.message = message


def _has_halves(line: bytes) -> bool:
    return _HALVES[0] in line or _HALVES[1] in line


def _constant(name: str) -> Never:
    raise NotRead("not-json", f"not JSON: {name} is no number of JSON")


def _pairs(pairs: list[tuple[str, Any]]) -> Record:
    found: Record = {}
    for key, value in pairs:
        if key in found:
            raise NotRead("key-twice", f"the key {shown(key)} stands here twice")
        found[key] = value
    return found


_STRICT = JSONDecoder(parse_constant=_constant, object_pairs_hook=_pairs)


def strictly(line: bytes) -> Record:
    """The object of a line.

    Raises:
        NotRead: It is none.
    """
    try:
        found = _STRICT.decode(line.decode())
        if _has_halves(line):
            dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise NotRead("hidden-character", "half of a character, which is none") from None
    except UnicodeDecodeError as error:
        told = f"the byte 0x{line[error.start]:02x} is not UTF-8 here; save the file as UTF-8"
        raise NotRead("not-utf-8", told) from None
    except JSONDecodeError as error:
        wrong = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at")
        told = "the line is empty" if line.isspace() else f"{wrong} at character {error.pos + 1}"
        raise NotRead("not-json", f"not JSON: {told}") from None
    except RecursionError:
        raise NotRead("too-deep", "lists and objects are nested too deeply") from None
    except ValueError:  # Python reads no such number
        raise NotRead("not-json", "not JSON: a number of thousands of digits") from None
    if type(found) is not dict:
        raise NotRead("wrong-type", f"expected an object, not {shown(found)}")
    if is_too_deep(found):
        raise NotRead("too-deep", "lists and objects are nested too deeply")
    return found
