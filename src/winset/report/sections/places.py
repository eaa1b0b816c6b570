"""Where it is about: the map."""

from __future__ import annotations

from winset.report.basis import Basis
from winset.report.blocks import Figure, Paragraph, Row, Section, Table
from winset.report.charts.map import map_chart
from winset.report.geography import Feature, Unreadable, read_features


def places(basis: Basis) -> Section | None:
    """The map of the case, None where it has none."""
    if not basis.findings.map:
        return None
    title = "Map"
    try:
        features = read_features(basis.findings.map)
        land = read_features(basis.findings.land) if basis.findings.land else ()
    except Unreadable as error:
        return Section(title, "map", (Paragraph((f"The map cannot be drawn: {error}.",), "note"),))
    if not features:
        return Section(title, "map", (Paragraph(("The map names no place.",), "note"),))
    label = basis.record.title or "Map"
    names = ", ".join(dict.fromkeys(one.name for one in features if one.name))
    figure = Figure(
        "The places the talks are about",
        "North is up; equirectangular projection, true to scale along the middle latitude. "
        "Shading says nothing of whose they are.",
        map_chart(features, land, label, f"Map of {names}."),
        (_table(features),),
        "figure-map",
        "The places as a table",
    )
    return Section(title, "map", (figure,))


def _table(features: tuple[Feature, ...]) -> Table:
    rows = tuple(
        Row(((one.name or "(no name)",), (f"{abs(y):.2f}° {'N' if y >= 0 else 'S'}",),
             (f"{abs(x):.2f}° {'E' if x >= 0 else 'W'}",), (one.facts,)))
        for one in features for x, y in (one.middle,)
    )  # fmt: skip
    return Table(
        "Places, with the middle of their extent",
        ("Place", "Latitude", "Longitude", "As given"),
        rows,
    )
