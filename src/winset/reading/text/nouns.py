"""Words in names that tell a body or a thing from a person; all lower case."""

from __future__ import annotations

from winset.reading.text.words import DOCUMENT_NOUNS, ORGANISATIONS, lexicon

BODIES = ORGANISATIONS | lexicon(
    """
    nations community fund bloc secretariat delegation embassy technologies operations division
    research holdings partners industries motors airlines airways energy media capital securities
    systems solutions services communications pictures studios entertainment records affairs
    prosecutions telecommunications electronics pharmaceuticals petroleum mining railways
    resources laboratories lakers raptors democrats republicans conservatives liberals forces
    guard command militia brigades rebels jihad monitor watch observatory crescent cross hospital
    clinic church mosque cathedral brewery restaurant
    """
)
"""Words that name a body wherever they stand in its name."""

LAST_OF_BODIES = BODIES | {"state", "house", "rising", "brothers", "sons"}
"""Words that name a body when they end its name."""

THINGS = DOCUMENT_NOUNS | lexicon(
    """
    war wars peninsula prefecture province region territory territories sea ocean bay strait gulf
    river lake island isles city town valley mount mountain airport road avenue square bridge
    summit meeting talks conference forum round club university academy museum hotel prize award
    day week month year spring summer autumn winter north south east west far middle century
    project program programme plan initiative policy strategy process package framework deal photo
    image video reuters kyodo tass xinhua bloomberg twitter facebook google youtube english cold
    world first second third great new joint nuclear peace covid comment read related beach hills
    heights park street lane county creek falls harbor harbour point cup open championship league
    series game games season show film movie album awards stories story matters objects news today
    reading below above details more gender rights act vote election referendum market stock index
    exchange shares bond bonds oil gas treaty agreement accord protocol brexit christmas easter
    holocaust olympics friday internet web man woman men women family
    """
)
"""Words in the names of places, times and things."""
