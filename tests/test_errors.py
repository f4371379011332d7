"""Errors are one line: where, what, what to do."""

from __future__ import annotations

import pytest

from framing import errors


@pytest.mark.parametrize(
    ("error", "line", "status"),
    [
        (errors.InputError("no such file", where="a.txt"), "a.txt: no such file", 1),
        (errors.UsageError("no label 'x'", remedy="one of a, b"), "no label 'x' (one of a, b)", 2),
        (errors.ModelError("damaged", where="m", remedy="get it again"), "m: damaged (get it again)", 2),
        (errors.AnnotationError("two\nlines", where="f:3"), "f:3: two lines", 2),
        (
            errors.MissingExtraError("pandas", "notebook", purpose="to_frame"),
            "to_frame needs the package pandas (pip install 'framing[notebook]')",
            2,
        ),
    ],
)
def test_one_line_with_where_what_and_what_to_do(error: errors.FramingError, line: str, status: int) -> None:
    assert str(error) == error.line() == line
    assert error.exit_status == status
