"""Item-writing flaws, one a file; `questions check` runs them all."""
