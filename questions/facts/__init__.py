"""Kinds of fact, one a file: what each holds, what follows from it, and which objectives it gives."""
