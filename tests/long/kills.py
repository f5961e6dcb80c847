"""Kills builds at random moments and looks at what they leave: `python -m tests.long.kills 200 [SEED]`.

Half of the kills meet whole builds of the small site, the others the writing alone, which takes a
small part of a build and is where a site could be torn.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT, SMALL
from tests.stages.writing import fault_of


def kill_once(command: list[str], *, after: float, output: Path) -> str:
    """What is wrong with `output` after `command` was killed `after` so many seconds."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if "-m" in command and process.stdout:
        process.stdout.readline()
    time.sleep(after)
    process.kill()
    process.wait()
    return fault_of(output)


def main(count: int, seed: int) -> int:
    """Kills `count` builds; 0 when every one of them left a whole site."""
    chance = random.Random(seed)
    torn = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SMALL, site)
        outputs = (site / "output", Path(folder) / "written")
        build = [sys.executable, str(ROOT / "build.py"), "--root", str(site), "-q"]
        write = [sys.executable, "-m", "tests.stages.writing", str(outputs[1])]
        begun = time.monotonic()
        subprocess.run(build, check=True)
        usual = time.monotonic() - begun
        kill_once(write, after=1, output=outputs[1])
        for number in range(count):
            if number % 2:
                fault = kill_once(write, after=chance.uniform(0, 0.05), output=outputs[1])
            else:
                options = chance.choice([[], ["--portable"], ["-b", "https://example.org/x/"]])
                after = chance.uniform(0, usual)
                fault = kill_once([*build, *options], after=after, output=outputs[0])
            torn += bool(fault)
            if fault:
                print(f"kill {number}: {fault}")
    print(f"seed {seed}: {count} kills, {count - torn} whole sites")
    return int(torn > 0)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*given, *(200, random.randrange(10**6))[len(given) :]))
