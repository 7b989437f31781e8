"""What whole processes cost."""

import os
import subprocess
import sys


def cpu_seconds(*command: str) -> float:
    """Give the CPU time, user and system, of a program.

    Raises:
        SystemExit: The program failed.
    """
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("this failed, so nothing was measured:\n" + " ".join(command))
    return used.ru_utime + used.ru_stime


def python(code: str, *arguments: str) -> float:
    """Give the CPU time of a fresh interpreter that runs the code."""
    return cpu_seconds(sys.executable, "-c", code, *arguments)
