"""python -m sayso: the same program as the command sayso."""

import sys

from sayso.cli import main

if __name__ == "__main__":
    sys.exit(main())
