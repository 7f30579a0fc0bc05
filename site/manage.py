#!/usr/bin/env python
"""Django's command line for this site; without another choice it runs the standalone settings."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Put the source folders on the path and hand the arguments to Django."""
    repository = Path(__file__).resolve().parent.parent
    sys.path.insert(1, str(repository))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.standalone")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
