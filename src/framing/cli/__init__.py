"""The command line: the only code that prints or exits.

Exit status: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage or an unreadable model, 130 interrupted.
"""

from __future__ import annotations

import os
import sys

# Scoring is memory-bound: threads of the linear algebra library only cost start-up time. Must be set before numpy is imported.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import click

from framing import __version__
from framing.cli.corpus import agreement, check, train
from framing.cli.measure import evaluate, gate
from framing.cli.score import labels, score
from framing.errors import FramingError

OK, INTERRUPTED = 0, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="framing")
def cli() -> None:
    """Show how a news text persuades: fourteen framing techniques, sentence by sentence."""


for command in (score, labels, train, evaluate, gate, agreement, check):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        status = cli.main(arguments, prog_name="framing", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else OK
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return OK
    except click.ClickException as error:
        return _fail(f"{error.format_message()} (see framing --help)", error.exit_code if error.exit_code > 1 else 2)
    except FramingError as error:
        return _fail(error.line(), error.exit_status)
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", INTERRUPTED)


def _fail(message: str, status: int) -> int:
    print(f"framing: {' '.join(message.split())}", file=sys.stderr)
    return status
