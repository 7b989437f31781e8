"""The verb `completion`: scripts that shells can read, with every verb of the command."""

import shutil
import subprocess

import pytest

from tests.commands import run
from zhanaozen_archive._command.app import VERBS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_knows_every_verb(capsys, shell):
    code, script, complaint = run(capsys, "completion", shell)

    assert (code, complaint) == (0, "")
    assert all(verb in script for verb in VERBS)


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash to read the script")
def test_bash_completes_a_verb_with_it(capsys):
    _, script, _ = run(capsys, "completion", "bash")
    asked = "\nCOMP_WORDS=(zhanaozen bibl); COMP_CWORD=1; _zhanaozen; echo ${COMPREPLY[@]}\n"

    done = subprocess.run(["bash"], input=script + asked, capture_output=True, text=True, check=True)

    assert done.stdout == "bibliography\n"
