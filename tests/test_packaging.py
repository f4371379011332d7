"""The wheel works alone: built, installed into an empty environment, it scores with the same model; and it carries no page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import numpy
import pytest

from framing.model import default_path, load_model
from tests.conftest import PAGES, ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return out


def _names(built: Path) -> tuple[list[str], list[str]]:
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive, tarfile.open(sdist) as tar:
        return archive.namelist(), tar.getnames()


def test_neither_distribution_holds_a_page(built: Path) -> None:
    for names in _names(built):
        assert not [name for name in names if "annotations/pages" in name or any(page.stem in name for page in PAGES)]


def test_the_wheel_holds_model_types_and_licence(built: Path) -> None:
    wheel, sdist = _names(built)
    for path in default_path().iterdir():
        assert f"framing/_models/default/{path.name}" in wheel
    assert "framing/py.typed" in wheel
    assert any(name.endswith("LICENSE") for name in wheel)
    assert any(name.endswith("NOTICE") for name in wheel)
    assert any(name.endswith("models/default/weights.npy") for name in sdist)
    assert not [name for name in wheel if name.startswith(("tests", "annotations", "benchmarks"))]


@pytest.fixture(scope="module")
def empty_environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh virtual environment that has the wheel and numpy and click beside it, and nothing of the checkout.

    Dependencies come from this environment's own site-packages by a path file, so that no download is needed; the checkout is an
    editable install and stays invisible.
    """
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (wheel,) = built.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"], check=True, capture_output=True, text=True
    )
    ours = Path(numpy.__file__).parents[1]
    bridge = folder / "bridge"
    bridge.mkdir()
    for package in ("numpy", "numpy.libs", "click", "charset_normalizer"):
        if (ours / package).exists():
            (bridge / package).symlink_to(ours / package)
    (Path(site.stdout.strip()) / "bridge.pth").write_text(f"{bridge}\n", encoding="utf-8")
    return python


def test_the_wheel_scores_as_the_checkout_does(empty_environment: Path, tmp_path: Path) -> None:
    code = "import framing, json; m = framing.load_model(); print(json.dumps([str(m.path), m.sha256, framing.__file__]))"
    done = subprocess.run([empty_environment, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path)
    path, sha256, file = json.loads(done.stdout)
    assert "_models" in path
    assert str(ROOT) not in file
    assert sha256 == load_model().sha256


def test_the_wheels_command_needs_neither_scikit_learn_nor_nltk(empty_environment: Path, tmp_path: Path) -> None:
    command = [str(empty_environment.parent / "framing"), "score", str(PAGES[0]), "--format", "jsonl"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)
    here = subprocess.run([sys.executable, "-m", "framing", *command[1:]], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout == here.stdout
    probe = subprocess.run([empty_environment, "-c", "import sklearn"], capture_output=True, check=False, cwd=tmp_path)
    assert probe.returncode != 0
