"""The short view of a report as HTML that email programs show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import css_inline

from giaoban.brief import Brief
from giaoban.exporter import GiaobanExporter
from giaoban.language import language


@dataclass(frozen=True)
class Shown:
    """A picture in the text: its Content-ID without brackets, and the room that it takes."""

    cid: str
    width: int
    height: int


def html_body(brief: Brief, attached: Sequence[str], pictures: Mapping[str, Shown]) -> str:
    """Write the HTML of a message, every style where it applies.

    Parameters
    ----------
    brief : Brief
        What it says.
    attached : sequence of str
        Names of the files that go with it.
    pictures : mapping of str to Shown
        The pictures of the charts, by their names.
    """
    environment = GiaobanExporter().environment.overlay(autoescape=True)
    html = environment.get_template("email.html.j2").render(
        brief=brief, attached=attached, pictures=pictures, say=language(brief.lang).say
    )
    inliner = css_inline.CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)
    return inliner.inline(html)
