"""Facts in, items out: what a document says, what follows from it, and how it is asked."""
