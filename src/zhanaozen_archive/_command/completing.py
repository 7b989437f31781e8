"""The verb `completion`: what a shell needs to complete the command."""

from __future__ import annotations

from typing import Literal

from zhanaozen_archive._command import FINE
from zhanaozen_archive._command.output import write


def completion(shell: Literal["bash", "zsh", "fish", "powershell"], /) -> int:
    """Print the script that completes verbs and options in a shell.

    Example: `zhanaozen completion bash > ~/.local/share/bash-completion/completions/zhanaozen`

    Args:
        shell: The shell.
    """
    from zhanaozen_archive._command.app import application

    write(application().generate_completion(prog_name="zhanaozen", shell=shell).split("\n"))
    return FINE
