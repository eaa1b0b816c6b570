"""A small made-up case that the tests of workbench and command line share.

Every figure asserted of it was worked out by hand from the files in `fisheries/`:
12 packages (4 shares of the catch × 3 ways with patrols and ports, as patrols need ports). Aland
accepts 4: at least half, and ports, since the diet needs the blues. Borduria accepts 4 until 2005:
a third at most, no port without patrols; 8 afterwards. Together none until 2005, 2 afterwards.
"""

from __future__ import annotations

from pathlib import Path

FISHERIES = Path(__file__).parent / "fisheries"
MODEL = FISHERIES / "model.toml"
MOVES = FISHERIES / "moves.toml"
NOTE = FISHERIES / "documents" / "n1.txt"
