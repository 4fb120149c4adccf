"""What goes wrong beyond what a person can fix on a page."""


class CannotStart(Exception):
    """The program cannot start. The message is one sentence for whoever starts it: what is wrong, and what to do."""
