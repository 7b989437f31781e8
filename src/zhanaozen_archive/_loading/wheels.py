"""The archive inside a released wheel: read from its TOML, never unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from zhanaozen_archive._loading.safely import LARGEST_ARCHIVE, MOST_FILES, Refused, check_size, read_named

_BROKEN = (BadZipFile, EOFError, NotImplementedError, ValueError, zlib.error)
_SEED = re.compile(r"[^/]+/seeds/(.+\.toml)", re.IGNORECASE)
_ENCRYPTED = 0x1


class Wheel:
    """The records of an archive in a wheel.

    Raises:
        Refused: It is no wheel that can be read.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._zip = ZipFile(BytesIO(read_named(path.resolve(), LARGEST_ARCHIVE)))
        except _BROKEN as error:
            raise Refused("unreadable", f"is no wheel: {error}") from None
        if len(self._zip.filelist) > MOST_FILES:
            raise Refused("too-many-files", f"more than {MOST_FILES:,} files lie here; none is read")
        infos = {found[1]: info for info in self._zip.filelist if (found := _SEED.fullmatch(info.filename))}
        self._infos: Mapping[str, ZipInfo] = infos

    def files(self) -> Iterator[str]:
        """The names of the files below `seeds/`; one that is there twice, twice."""
        return (found[1] for info in self._zip.filelist if (found := _SEED.fullmatch(info.filename)))

    def read(self, file: str, most: int) -> bytes:
        """The bytes of one file.

        Args:
            file: Its name below `seeds/`.
            most: Bytes that it may have, whatever the wheel says of its size.

        Raises:
            Refused: It is too large, or cannot be read.
        """
        info = self._infos[file]
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.flag_bits & _ENCRYPTED:
            raise Refused("unreadable", "is packed in a way that is not read")
        try:
            content = self._limited(info, most)
        except _BROKEN as error:
            raise Refused("unreadable", f"cannot be unpacked: {error}") from None
        check_size(len(content), most)
        return content

    def _limited(self, info: ZipInfo, most: int) -> bytes:
        with self._zip.open(info) as file:
            return file.read(most + 1)
