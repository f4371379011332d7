"""Shows how a news text persuades: fourteen framing techniques a sentence, with probability, evidence and voice.

```
import framing

result = framing.score("Critics say the so-called reform was rammed through.")
for sentence in result.sentences:
    print(sentence.labels, [evidence.text for evidence in sentence.evidence])
```
Names load when first used, so that `import framing` costs next to nothing.
"""

# No `from __future__ import annotations` here: it would put a name over the module `framing.annotations`.
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.api import explain, score, score_many
    from framing.errors import (
        AnnotationError,
        FramingError,
        InputError,
        MissingExtraError,
        ModelError,
        UsageError,
    )
    from framing.explanation import Contribution, Explanation
    from framing.labels import LABELS, Label
    from framing.model import Model, load_model
    from framing.records import Evidence, ProfileRow, Rate, Sentence
    from framing.result import Result

__version__ = "0.1.0"

__all__ = [
    "LABELS",
    "AnnotationError",
    "Contribution",
    "Evidence",
    "Explanation",
    "FramingError",
    "InputError",
    "Label",
    "MissingExtraError",
    "Model",
    "ModelError",
    "ProfileRow",
    "Rate",
    "Result",
    "Sentence",
    "UsageError",
    "explain",
    "load_model",
    "score",
    "score_many",
]

_HOMES = {
    "framing.api": ("explain", "score", "score_many"),
    "framing.errors": ("AnnotationError", "FramingError", "InputError", "MissingExtraError", "ModelError", "UsageError"),
    "framing.explanation": ("Contribution", "Explanation"),
    "framing.labels": ("LABELS", "Label"),
    "framing.model": ("Model", "load_model"),
    "framing.records": ("Evidence", "ProfileRow", "Rate", "Sentence"),
    "framing.result": ("Result",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
