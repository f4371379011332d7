"""What `framing.score` returns: a scored document that knows how to show itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import MissingExtraError
from framing.records import ScoredDocument
from framing.rendering.html import document_html
from framing.rendering.jsonlines import document_record, sentence_record
from framing.rendering.table import sentence_row

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Result(ScoredDocument):
    """A scored document: `.sentences`, `.furniture` (left out of the scores) and `.profile`, and ways to show them."""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values: the document's record, with its sentences' records under `sentences`."""
        return {**document_record(self), "sentences": [sentence_record(self, i) for i in range(len(self.sentences))]}

    def to_frame(self) -> pandas.DataFrame:
        """One row a sentence, one column a label's probability. Raises `MissingExtraError` without pandas."""
        try:
            import pandas
        except ImportError:
            raise MissingExtraError("pandas", "notebook", purpose="to_frame") from None
        return pandas.DataFrame([sentence_row(self, i) for i in range(len(self.sentences))])

    def _repr_html_(self) -> str:
        return document_html(self)
