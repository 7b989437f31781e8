"""Loading: a folder of TOML files becomes an archive, or one report of everything that is wrong with it."""

from zhanaozen_archive._loading.load import load, problems
from zhanaozen_archive._loading.texts import ComparedText, Verification, verify

__all__ = ["ComparedText", "Verification", "load", "problems", "verify"]
