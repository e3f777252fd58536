"""Run several commands of drafter in one process: starting it costs more than most of them.

``python -m tests.drafting '[["draft", "a.yaml"], ["versions", "a"]]'`` ends with the first exit
code that is neither 0 nor 6, an outward file that a gate refused.
"""

from __future__ import annotations

import json
import sys

from drafter.cli import main

if __name__ == "__main__":
    for arguments in json.loads(sys.argv[1]):
        code = main(arguments, prog_name="drafter", standalone_mode=False)
        if code not in (None, 0, 6):
            sys.exit(code)
