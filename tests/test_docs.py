"""What the documents say is true: README and datasheet run, link and count."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest

from framing import __version__
from framing.annotations import load_pages, load_sentences
from framing.lexicon import load
from tests.conftest import ROOT

NAMES = ("README.md", "CONTRIBUTING.md", "annotations/README.md", "docs/architecture.md", "docs/experiments.md")
DOCUMENTS = [ROOT / name for name in NAMES]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_readme_runs() -> None:
    tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried.attempted >= 8
    assert tried.failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (document.parent / target).exists(), target


def test_every_make_target_named_in_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        assert set(re.findall(r"`?make ([a-z]+)`?", document.read_text(encoding="utf-8"))) - {"the", "a"} <= targets, document


def test_versions_agree() -> None:
    assert f"version: {__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_notice_names_every_page() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for page in load_pages(ROOT / "annotations"):
        assert f"{page.name}.txt" in notice


def test_the_datasheet_counts_right() -> None:
    datasheet = (ROOT / "annotations" / "README.md").read_text(encoding="utf-8")
    rows = load_sentences(ROOT / "annotations")
    assert f"{len(rows):,} sentences" in datasheet
    assert f"{len(load(ROOT / 'annotations' / 'lexicon')):,} entries" in datasheet


def test_every_dependency_has_its_reason() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    extras = PYPROJECT["project"]["optional-dependencies"]
    for requirement in [
        *PYPROJECT["project"]["dependencies"],
        *(r for name, rs in extras.items() if name not in {"dev", "bench"} for r in rs),
    ]:
        name = re.split(r"[<>=]", requirement)[0]
        assert name in architecture, name
