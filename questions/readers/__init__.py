"""Ways in for a bank, one a file."""
