"""Ways of asking, one a file. Each is a function of a matter, chance and wording that gives a draft, or None where it cannot ask."""
