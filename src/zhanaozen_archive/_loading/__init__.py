"""Loading: a folder of TOML files becomes an archive, or one report of everything that is wrong with it."""

from zhanaozen_archive._loading.load import load, problems

__all__ = ["load", "problems"]
