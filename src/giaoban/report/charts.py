"""A chart in the page, and its files beside the report."""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup
from matplotlib.figure import Figure

from giaoban.charts import inline_svg, save_chart, standing_alone, svg_text
from giaoban.wording import ChartText, Wording, digest_of


@dataclass(frozen=True)
class Charts:
    """Put charts into a page.

    Where they have a folder, each is also kept there, and has its figures in a fold; without one,
    on screen, nothing is written, and the table beside the charts stands for theirs.
    """

    wording: Wording
    out_dir: Path | None
    drawn: list[ChartText] = field(default_factory=list)

    def chart(
        self,
        figure: Figure,
        name: str,
        title: str,
        description: str,
        table: Markup,
        subject: str = "",
        broad: Figure | None = None,
    ) -> Markup:
        """Give a chart as a part of the page, and keep its files.

        Parameters
        ----------
        figure : Figure
            The chart.
        name : str
            Names its files and its place; no other chart of the report has it.
        title, description : str
            What is seen, and what the chart says with its numbers.
        table : Markup
            Its data.
        subject : str
            Whose figures it shows, where its title does not say so; it stands in the files.
        broad : Figure or None
            The same chart for a page that has room for twice its width; on screen the one does.
        """
        svg, fold, drawing = svg_text(figure, name), Markup(), ""
        picture = inline_svg(svg, name, title, description)
        if broad and self.out_dir:
            wide = f"{name}-broad"
            picture += inline_svg(svg_text(broad, wide), wide, title, description, "broad")
        if self.out_dir:
            heading = f"{subject}: {title}" if subject else title
            drawing = digest_of(self._keep(svg, name, heading, self.out_dir))
            fold = Markup("<details><summary>{}</summary>{}</details>").format(
                self.wording.language.say("Figures of this chart"), table
            )
        self.drawn.append(ChartText(name, subject, title, description, drawing))
        look = Markup(' class="broad"') if broad and self.out_dir else ""
        parts = (look, title, picture, fold)
        return Markup("<figure{}><figcaption>{}</figcaption>{}{}</figure>").format(*parts)

    def told(self) -> dict[str, Any]:
        """Give what the charts drawn since the last call say, for the section that shows them."""
        charts = [asdict(chart) for chart in self.drawn]
        self.drawn.clear()
        return {"charts": charts}

    def _keep(self, svg: str, name: str, heading: str, out_dir: Path) -> str:
        """Save a chart as a file that stands alone, with what and where from; give it."""
        review = self.wording.review
        folder = out_dir / "figures" / review.name / review.date / review.known.unit
        alone = standing_alone(svg, heading, self._origin)
        save_chart(alone, folder / f"{name}.{self.wording.language.code}")
        return alone

    @property
    def _origin(self) -> str:
        """Where a chart that stands alone is from, and that its figures are made up."""
        words, known = self.wording, self.wording.review.known
        programme, day = known.package.programme, known.meeting["meeting_date"]
        origin = [
            str(programme["code"]),
            words.title_of("unit", known.unit),
            words.language.date(day),
        ]
        origin += [words.language.say("Made-up figures")] if programme["synthetic"] else []
        return " · ".join(origin)
