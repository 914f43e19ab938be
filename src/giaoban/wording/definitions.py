"""What a definition takes in, in words."""

from giaoban.wording.figures import Wording


def takes_in(words: Wording, definition: object) -> str:
    """Say which narrower definition one takes in, and which periods were counted by it."""
    figures = words.review.tables["figures"]
    used = figures.loc[figures["definition"] == definition, "period"].drop_duplicates()
    sentences = []
    if isinstance(narrower := words.definitions.at[definition, "includes"], str):
        title = words.title_of("definition", narrower)
        sentences.append(words.language.say("Takes in “{narrower}”.", narrower=title))
    if len(used):
        periods = ", ".join(words.language.period(period) for period in sorted(used))
        sentences.append(words.language.say("Used for {periods}.", periods=periods))
    return " ".join(sentences)
