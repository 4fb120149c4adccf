"""What the marks of many say about a test, its questions and their options. Plain Python: no Flask, no database, nobody's name."""
