"""The commands of `questions`, one a file."""
