"""``python -m layout`` is ``banxin``."""

import sys

from layout.cli import main

if __name__ == "__main__":  # the processes of a pool import this too
    sys.exit(main())
