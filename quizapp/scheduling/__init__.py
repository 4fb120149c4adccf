"""Room 2: when an objective is asked again. Plain functions from frozen values to frozen values; no Flask, no database."""
