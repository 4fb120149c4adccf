"""Quizapp: questions made from the facts of a document, and asked again when they are about to be forgotten."""
