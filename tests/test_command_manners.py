"""How the command behaves: streams, exit codes, pipes, locales, and what it lets through to a terminal."""

import builtins
import io
import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests import records
from tests.commands import claim, run, write_archive
from zhanaozen_archive._command import main, options
from zhanaozen_archive._command.app import VERBS
from zhanaozen_archive._command.layout import many
from zhanaozen_archive._command.output import seen

COMMAND = [sys.executable, "-m", "zhanaozen_archive"]


def process(*argv, stdout=subprocess.PIPE, **environment):
    """Run the command as a process of its own, with these variables and no others that could matter."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [*COMMAND, *argv], stdout=stdout, stderr=subprocess.PIPE, env=kept | environment, check=False, timeout=60
    )


# --- usage


USAGE = [
    (["clams"], 'Unknown command "clams". Did you mean "claims"?'),
    (["claims", "--formt", "json"], "Unknown option: --formt. Did you mean --format?"),
    (["claims", "--format", "xml"], 'Invalid value "xml" for --format. Choose from: "table", "json", "csv", "md".'),
    (["claims", "--modality", "sure"], 'Invalid value "sure" for --modality.'),
    (["conflicts", "a", "b"], "Unused Tokens: ['b']."),
    (["verify"], 'Command "verify" parameter --texts requires an argument.'),
    (["validate"], 'Command "validate" parameter FOLDER requires an argument.'),
    (["show"], 'Command "show" parameter IDS requires an argument.'),
    (["events", "--since", "soon"], "'soon' is not an EDTF date the archive can hold: "),
]


@pytest.mark.parametrize(("argv", "told"), USAGE, ids=[" ".join(argv) for argv, _ in USAGE])
def test_wrong_usage_exits_2_and_leaves_stdout_empty(capsys, argv, told):
    code, out, err = run(capsys, *argv)

    assert (code, out) == (2, "")
    assert err.startswith(f"error: {told}")


UNKNOWN = [
    (["claims", "--about", "zhanaozen-shoting-2011"], "event"),
    (["claims", "--of", "kiled"], "property"),
    (["claims", "--by", "RFE/LR"], "agent"),
    (["claims", "--via", "rferl2023rot"], "source"),
    (["claims", "--at", "Zhanaosen"], "place"),
    (["conflicts", "zhanaozen-shoting-2011"], "event"),
]


@pytest.mark.parametrize(("argv", "kind"), UNKNOWN, ids=[" ".join(argv) for argv, _ in UNKNOWN])
def test_an_unknown_key_exits_1_with_what_was_meant(capsys, argv, kind):
    code, out, err = run(capsys, *argv)

    assert (code, out) == (1, "")
    assert re.fullmatch(rf"error: no {kind} '{argv[-1]}' in the archive; did you mean '.+'\?\n", err)


def test_no_arguments_explain_the_command(capsys):
    code, out, err = run(capsys)

    assert (code, err) == (0, "")
    for verb, (_, line) in VERBS.items():
        assert f"  {verb}: {line}\n" in out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_with_an_example(capsys, verb):
    code, out, err = run(capsys, verb, "--help")

    assert (code, err) == (0, "")
    assert f"Example: zhanaozen {verb} " in out
    assert "--empty" not in out
    assert "--no-" not in out


def test_arguments_are_those_of_the_process_where_none_are_given(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["zhanaozen", "--version"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("zhanaozen-archive ")


def test_the_package_can_be_run_as_the_command(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["zhanaozen", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("zhanaozen_archive", run_name="__main__")

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"zhanaozen-archive {za.__version__}\n")


def test_without_its_package_the_command_says_what_to_install(capsys, monkeypatch):
    real = builtins.__import__

    def without_cyclopts(name, *args, **kwargs):
        if name == "cyclopts":
            raise ModuleNotFoundError(name=name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_cyclopts)

    told = 'error: the command needs one more package: install "zhanaozen-archive[cli]"\n'
    assert run(capsys, "--version") == (2, "", told)


def test_a_file_that_cannot_be_read_is_told(capsys, monkeypatch):
    def load(*_):
        raise PermissionError(13, "Permission denied", "seeds")

    monkeypatch.setattr(options, "load", load)
    monkeypatch.setattr("zhanaozen_archive._command.lists.load", load)

    assert run(capsys, "claims") == (1, "", "error: [Errno 13] Permission denied: 'seeds'\n")


# --- being stopped


def test_an_interrupt_exits_130_without_a_word(capsys, monkeypatch):
    def load(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("zhanaozen_archive._command.lists.load", load)

    assert run(capsys, "claims") == (130, "", "")


def test_a_pipe_that_closes_ends_the_command_quietly(monkeypatch, tmp_path):
    class Closed(io.TextIOWrapper):
        def write(self, _):
            raise BrokenPipeError

    with (tmp_path / "out").open("wb") as out, Closed(out) as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert main(["claims"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no head")
def test_head_gets_its_lines_and_nobody_complains():
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as head:
        command = subprocess.Popen([*COMMAND, "claims"], stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        head.read(10)
    _, err = command.communicate(timeout=60)

    assert (command.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("argv", [["claims"], ["export", "json"], ["picture", "timeline", "--format", "svg"]])
def test_a_full_disk_is_told_once(argv):
    with Path("/dev/full").open("wb") as full:
        run = process(*argv, stdout=full)

    assert (run.returncode, run.stderr.decode()) == (1, "error: [Errno 28] No space left on device\n")


# --- terminals


def test_a_locale_of_ascii_stops_nothing():
    plain = process("conflicts", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    usual = process("conflicts", LC_ALL="C.UTF-8")

    assert (plain.returncode, plain.stderr) == (0, b"")
    assert plain.stdout == usual.stdout
    assert "“" in plain.stdout.decode()


def test_what_is_piped_has_no_marks_and_a_page_of_80_columns():
    out = process("conflicts", TERM="xterm-256color").stdout.decode()

    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("environment", "bold"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=["piped", "forced", "refused"],
)
def test_headings_are_bold_where_that_is_wanted(capsys, monkeypatch, environment, bold):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    _, out, _ = run(capsys, "claims", "--of", "killed")

    assert ("\x1b[1m" in out) is bold
    assert out.count("\x1b[1m") == out.count("\x1b[0m")


@pytest.mark.parametrize(("term", "bold"), [("xterm", True), ("dumb", False)])
def test_a_terminal_shows_headings_bold_if_it_can(monkeypatch, term, bold):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdout", Terminal())

    assert main(["claims", "--of", "killed"]) == 0
    assert ("\x1b[1m" in sys.stdout.getvalue()) is bold


def test_without_any_stdout_nothing_breaks(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["claims", "--of", "killed"]) == 0
    assert main(["claims", "--of", "killed", "--format", "csv"]) == 0


STEERING = "\x1b]0;owned\x07", "\x9b31m", "\u202edlrow", "\u2066x\u2069", "\u2028", "\x00"


@pytest.mark.parametrize("text", STEERING, ids=ascii)
def test_what_could_steer_a_terminal_is_escaped_in_errors(capsys, text):
    _, _, err = run(capsys, "cite", text)

    assert err.startswith("error: no source ")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", err)


@pytest.mark.parametrize(
    "argv", [["clams\x1b[31m"], ["claims", "--\u202eof"], ["claims", "--since", "\x1b[2J"]], ids=ascii
)
def test_what_could_steer_a_terminal_is_escaped_in_usage(capsys, argv):
    code, _, err = run(capsys, *argv)

    assert code == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", err)


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
def test_what_could_steer_a_terminal_is_escaped_in_data(capsys, monkeypatch, format):
    """The loader lets none in; what is printed must not depend on it."""
    hostile = records.claim(words=("say \x1b]0;x\x07",), note="red \x1b[31m, bell \x07, back \u202edlrow, cut \u2028")
    monkeypatch.setattr("zhanaozen_archive._command.lists.load", lambda _: records.archive(hostile))

    code, out, _ = run(capsys, "claims", "--format", format)

    assert code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", out)
    if format == "json":
        assert json.loads(out)["claims"][0]["note"] == "red \x1b[31m, bell \x07, back \u202edlrow, cut \u2028"
    else:
        assert "say \\x1b]0;x\\x07" in out.replace("\\\\", "\\").replace("\\]", "]")


def test_the_escapes_leave_every_letter_alone():
    for text in ("Қазақстан, «Өзен»", "\u200eArabic letters need this mark", "😀", "…–“”"):
        assert seen(text) == text
    assert seen("\ud800") == "\\ud800"


FORMULAS = ["=1+1", "+1", "-1", "@now", "＝1", "'quoted"]


@pytest.mark.parametrize("gloss", FORMULAS)
def test_no_cell_of_a_csv_file_is_run_by_a_spreadsheet(capsys, tmp_path, gloss):
    small = write_archive(tmp_path, claim("a", "account", f'"{gloss}"', "ten people", quote=False))

    _, out, _ = run(capsys, "claims", "--archive", small, "--format", "csv")

    assert f",'{gloss}," in out


def test_markup_in_a_markdown_cell_is_escaped(capsys, tmp_path):
    small = write_archive(tmp_path, claim("a", "account", '"a|b *c* [d](e)\\n<f>"', "ten people", quote=False))

    _, out, _ = run(capsys, "claims", "--archive", small, "--format", "md")

    assert r"| a\|b \*c\* \[d\](e) \<f\> |" in out


# --- layout


def test_nouns_agree_with_their_number():
    assert [many(0, "claim"), many(1, "claim"), many(1234, "claim")] == ["0 claims", "1 claim", "1,234 claims"]


def test_listing_loads_nothing_heavy():
    code = (
        "import sys; from zhanaozen_archive._command import main; main(['claims', '--of', 'killed']);"
        "sys.exit(bool({'citeproc', 'lxml', 'rich'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False, timeout=60)

    assert run.returncode == 0


def test_the_shipped_archive_is_the_default(capsys):
    assert (
        run(capsys, "claims", "--format", "json")[1]
        == run(capsys, "claims", "--format", "json", "--archive", Path(__file__).parents[1] / "seeds")[1]
    )
    assert za.load().claims()
