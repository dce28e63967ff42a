"""Runs a command and writes what it took: the same yardstick for a program in any language.

Usage: yardstick.py RESULT COMMAND...
"""

import json
import resource
import subprocess
import sys
import time

result, *command = sys.argv[1:]
started_at = time.time()
start = time.perf_counter()
code = subprocess.Popen(command).wait()
wall = time.perf_counter() - start
# Of the command and everything it has waited for; the memory is that of the largest process among them.
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
with open(result, "w", encoding="utf-8") as file:
    json.dump(
        {
            "startedAt": started_at * 1000,
            "wallSeconds": wall,
            "cpuSeconds": usage.ru_utime + usage.ru_stime,
            "peakBytes": usage.ru_maxrss * unit,
        },
        file,
    )
sys.exit(code if code >= 0 else 128 - code)
