"""Flaws of many items together, one a file; `questions check` counts them all."""
