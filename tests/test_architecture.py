"""Imports go one way, modules stay small, and scoring loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import framing
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "framing"

# Lowest first; a module may import from its own line only what is named before it or inside its own package.
LAYERS = [
    ["errors"],
    ["labels", "records", "folding"],
    ["reading", "segmentation", "terms", "lexicon", "annotations"],
    ["model"],
    ["limits", "deletion"],
    ["explanation"],
    ["scoring"],
    ["truth", "resampling", "outside"],
    ["features", "card", "agreement", "checks", "spans", "calibration"],
    ["evaluation", "gate"],
    ["figures", "report", "misses", "plotting"],
    ["training"],
    ["rendering"],
    ["result"],
    ["api"],
    ["cli"],
    ["__main__"],
]
LAYER = {module: i for i, layer in enumerate(LAYERS) for module in layer}
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = {
    "sklearn": {"features", "training", "checks", "calibration"},
    "scipy": {"features", "calibration", "training"},
    "nltk": {"agreement"},
    "joblib": {"training"},
    "click": {"cli"},
}


def _home(path: Path) -> str:
    """The top-level module that a file belongs to."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def _imports(path: Path) -> set[str]:
    """Dotted names of everything that a file imports, inside functions too, type-checking blocks aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "framing":
                found.update(f"framing.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    home = _home(path)
    if home == "__init__":
        return
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "framing" and len(parts) > 1 and parts[1] in LAYER and parts[1] != home:
            assert LAYER[parts[1]] < LAYER[home] or (
                LAYER[parts[1]] == LAYER[home] and LAYERS[LAYER[home]].index(parts[1]) < LAYERS[LAYER[home]].index(home)
            ), f"{home} imports {parts[1]} from above"


def test_every_module_has_a_layer() -> None:
    assert {_home(path) for path in MODULES} - {"__init__"} == set(LAYER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_heavy_packages_are_imported_only_where_they_are_used(path: Path) -> None:
    for name in _imports(path):
        allowed = HEAVY.get(name.split(".")[0])
        assert allowed is None or _home(path) in allowed, f"{_home(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_is_ever_unpickled(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not _imports(path) & {"pickle", "dill", "cloudpickle", "shelve", "marshal"}
    assert "joblib.load" not in source
    assert "allow_pickle=True" not in source


def test_only_the_command_line_prints_or_exits() -> None:
    for path in MODULES:
        if _home(path) in {"cli", "__main__"}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert not called & {"print", "exit", "quit", "SystemExit"}, path


def _loaded_after(code: str) -> set[str]:
    out = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], check=True, capture_output=True, text=True
    )
    return {name.split(".")[0] for name in out.stdout.split()}


def test_scoring_loads_neither_scikit_learn_nor_nltk_nor_scipy() -> None:
    loaded = _loaded_after("import framing; framing.score('Critics say it was rammed through.')")
    assert "numpy" in loaded
    assert not loaded & {"sklearn", "scipy", "nltk", "joblib", "pandas", "click", "charset_normalizer", "matplotlib"}


def test_importing_the_package_loads_nothing() -> None:
    assert not _loaded_after("import framing") & {"numpy", "click"}


def test_public_names_resolve_in_any_order_and_twice() -> None:
    code = "import framing; [getattr(framing, n) for n in {0} * 2]; import framing.scoring, framing.api; "
    code += "assert callable(framing.score) and callable(framing.explain) and callable(framing.load_model)"
    for names in (list(framing.__all__), list(reversed(framing.__all__))):
        _loaded_after(code.format(names))


def test_no_module_shares_a_name_with_a_public_name() -> None:
    assert not {_home(path) for path in MODULES} & set(framing.__all__)


def test_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        framing.nonsense  # noqa: B018
    assert set(framing.__all__) <= set(dir(framing))
