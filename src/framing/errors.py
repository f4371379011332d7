"""Every error that the library raises on purpose: what is wrong, where, and what to do about it.

The command line prints `str(error)` as its one line and takes the exit status from the class, so that no other module needs to know
about either.
"""

from __future__ import annotations

from pathlib import Path


class FramingError(Exception):
    """Base of all errors raised on purpose.

    `problem` says what is wrong, `where` names the file, line or value, `remedy` says what to do.
    """

    exit_status = 2

    def __init__(self, problem: str, *, where: str | Path | None = None, remedy: str | None = None) -> None:
        self.problem = problem
        self.where = None if where is None else str(where)
        self.remedy = remedy
        super().__init__(self.line())

    def line(self) -> str:
        """The whole error on one line: `where: problem (remedy)`."""
        head = f"{self.where}: {self.problem}" if self.where else self.problem
        text = f"{head} ({self.remedy})" if self.remedy else head
        return " ".join(text.split())


class InputError(FramingError):
    """One input could not be read or holds no text; the others go on."""

    exit_status = 1


class UsageError(FramingError):
    """A value given by the caller is not one that the library takes."""


class ModelError(FramingError):
    """A model folder is missing, damaged or of a format that this version does not read."""


class AnnotationError(FramingError):
    """A row of the annotated corpus or the lexicon breaks its schema."""


class MissingExtraError(FramingError):
    """An optional dependency is not installed; names the extra that brings it."""

    def __init__(self, package: str, extra: str, *, purpose: str) -> None:
        super().__init__(f"{purpose} needs the package {package}", remedy=f"pip install 'framing[{extra}]'")
        self.package = package
        self.extra = extra
