"""The words of a report that lead to its glossary."""

from dataclasses import dataclass, field

from markupsafe import Markup

from giaoban.vocabulary import TERMS
from giaoban.wording import Wording


@dataclass(frozen=True)
class Terms:
    """Explain words where they stand; ``explained`` holds those that the glossary owes."""

    wording: Wording
    explained: set[str] = field(default_factory=set)

    def term(self, key: str, text: str) -> Markup:
        """Explain a word on hover; where it comes first, lead to the glossary too."""
        hover = self.wording.language.say(TERMS[key].meaning)
        if key in self.explained:
            return Markup('<span class="term" title="{}">{}</span>').format(hover, text)
        self.explained.add(key)
        return Markup('<a class="term" href="#term-{}" title="{}">{}</a>').format(key, hover, text)

    def definition(self, definition: object) -> str:
        """Name what was counted; it leads to the glossary, and says there what it takes in."""
        title = self.wording.title_of("definition", definition)
        if definition not in self.wording.definitions.index:
            return title
        hover = self.wording.takes_in(definition)
        return Markup('<a class="term" href="#definition-{}" title="{}">{}</a>').format(
            definition, hover, title
        )
