"""The command's verbs; the module of a verb is imported when it is called."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from zhanaozen_archive._command import FINDING, FINE, USAGE
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import complain, write
from zhanaozen_archive.errors import ArchiveError, InvalidPeriod, RetiredIdWarning

ABOUT = "Who says what about the Zhanaozen massacre of 2011 and the oil workers' protests, and who disagrees with whom."
EPILOGUE = "`zhanaozen VERB --help` explains a verb. Exit codes: 0 fine, 1 a finding or an unknown key, 2 wrong usage."
VERBS = {
    "sources": ("lists:sources", "List the documents and the voices in them."),
    "events": ("lists:events", "List what happened."),
    "claims": ("lists:claims", "List what is said."),
    "show": ("show:show", "Show a claim, source, event, place, agent or property."),
    "conflicts": ("conflicts:conflicts", "Show the claims that cannot all be true."),
    "compare": ("comparing:compare", "Say how two claims stand to each other."),
    "picture": ("picturing:picture", "Draw a toll, a timeline or who speaks through whom."),
    "cite": ("citing:cite", "Cite sources or claims in a text."),
    "bibliography": ("citing:bibliography", "Print a reference list."),
    "export": ("exporting:export", "Write the archive in another format."),
    "new": ("coding:new", "Start an archive of your own."),
    "anchor": ("coding:anchor", "Print where words stand in a text, ready to paste."),
    "validate": ("checking:validate", "Check the folder of an archive."),
    "verify": ("checking:verify", "Compare an archive with the original texts."),
    "diff": ("releases:diff", "Show what changed between two releases of an archive."),
    "ledger": ("releases:ledger", "Print the digest of every record."),
    "completion": ("completing:completion", "Print the script that completes the command in a shell."),
}
"""Each verb with the module and the function that do it, and its line in the list of verbs."""


def run(argv: Sequence[str]) -> int:
    """Run one verb and give its exit code; what goes wrong is told on stderr."""
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", RetiredIdWarning)
            code = application(argv)(argv, exit_on_error=False, print_error=False, result_action="return_value")
        for warning in warned:
            complain(f"warning: {warning.message}")
    except (CycloptsError, InvalidPeriod) as error:
        complain(f"error: {error}")
        return USAGE
    except ArchiveError as error:
        complain(f"error: {error}")
        return FINDING
    return FINE if code is None else int(code)


def application(argv: Sequence[str] = ()) -> App:
    """The command with all its verbs, ready for these arguments."""
    app = App(
        "zhanaozen",
        help=ABOUT,
        help_epilogue=EPILOGUE,
        help_formatter="plain",
        version_flags=[],
        default_parameter=Parameter(negative=()),
        suppress_keyboard_interrupt=False,
    )
    for number, (verb, (place, line)) in enumerate(VERBS.items()):
        # A verb that is called is explained by its docstring, which the line would hide.
        told = None if list(argv[:1]) == [verb] else line
        app.command(f"{__package__}.{place}", name=verb, help=told, help_epilogue="", sort_key=number)
    app.command(_version, name="--version", help_epilogue="")
    return app


def _version(*, archive: ArchiveFolder = None) -> None:
    """Display the versions of the library and of its data."""
    from zhanaozen_archive import __version__
    from zhanaozen_archive._archive import SCHEMA_VERSION

    held = load(archive)
    write(
        [
            f"zhanaozen-archive {__version__}",
            f"data {held.data_version}, schema {SCHEMA_VERSION}",
            f"digest {held.digest}",
        ]
    )
