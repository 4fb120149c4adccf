"""Accounts: signing up, in and out; what a person sees and changes of theirs; and the ways back for a forgotten password."""

from quizapp.web.accounts import account, changing_it, codes, erasing, forgotten, links, recovery, signing
from quizapp.web.accounts.blueprint import bp

__all__ = ["account", "bp", "changing_it", "codes", "erasing", "forgotten", "links", "recovery", "signing"]
