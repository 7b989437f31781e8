"""Reading an archive from JSON Lines: one record a line, as a stream, as strictly as the files of a folder."""

from zhanaozen_archive._loading.jsonl.reading import read_lines

__all__ = ["read_lines"]
