"""Lets `python -m zhanaozen_archive` be the command where its script is not on the path."""

from zhanaozen_archive._command import main

raise SystemExit(main())
