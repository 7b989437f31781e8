"""Fuzzing of one target in this process, which ends with it: `python -m tests.fuzzing.run TARGET SECONDS FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).parent / "corpus"
LIMITS = ("-timeout=20", "-rss_limit_mb=1536", "-max_len=12000", "-len_control=0", "-print_final_stats=1")
"""Seconds and MiB of one input are a finding where they are more."""


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def fuzz(target: str, seconds: int, folder: Path) -> None:
    """Try inputs for so many seconds; one that fails is put into the corpus, where an ordinary test finds it."""
    with atheris.instrument_imports(include=["zhanaozen_archive"], enable_loader_override=False):
        from tests.fuzzing.seeds import SEEDS, words
        from tests.fuzzing.targets import TARGETS

        for seed in SEEDS[target]:  # what is imported late is imported now
            TARGETS[target](seed)
    for number, seed in enumerate(SEEDS[target]):
        (folder / f"seed{number}").write_bytes(seed)
    dictionary = folder.with_suffix(".dict")
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words()))
    findings = CORPUS / target
    findings.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={findings}/", f"-dict={dictionary}", *LIMITS]
    atheris.Setup([sys.argv[0], *options, str(folder), str(findings)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    fuzz(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
