"""Static SVG, each chart one pure function; colours come from the page's style by class."""
