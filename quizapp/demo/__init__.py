"""A demonstration: made-up people who have learned for some weeks, through the same use-cases as everybody."""
