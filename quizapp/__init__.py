"""A nurse's quiz: the program around the questions."""
