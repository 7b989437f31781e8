"""Engines of SQL, on which the rules that are queries run: on an archive at hand, or on an export of one."""
