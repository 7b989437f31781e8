"""Exporting: an archive in the formats of reference managers, of data tools and of the web."""

from zhanaozen_archive._exporting.export import FORMATS, BinaryFormat, FolderFormat, Format, TextFormat, export

__all__ = ["FORMATS", "BinaryFormat", "FolderFormat", "Format", "TextFormat", "export"]
