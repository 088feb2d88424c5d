"""Makes a register for benchmarks where it is not there yet: make-register.py PROGRAM FILE PARTICIPANTS YEARS MARKS."""

import os
import subprocess
import sys
import time

program, path, participants, years, marks = sys.argv[1:6]

if os.path.exists(path):
    print(f"{os.path.basename(path)} is there already")
    sys.exit()
os.makedirs(os.path.dirname(path), exist_ok=True)
begin = time.monotonic()
part = path + ".part"
for suffix in ("", "-wal", "-shm"):
    if os.path.exists(part + suffix):
        os.unlink(part + suffix)
subprocess.run([program, "--register", part, "demo", "--participants", participants, "--years", years, "--marks", marks], check=True, stdout=subprocess.DEVNULL)
os.rename(part, path)
seconds = time.monotonic() - begin
print(f"{os.path.basename(path)}: {participants} participants, at least {marks} marks, made in {seconds:.1f} s")
