"""Open sets: every module of a package is imported, and what it registers is found by itself."""

import pkgutil
from importlib import import_module


def import_all(package: str) -> None:
    """Import each module of a package, in the order of their names, so that what they register is there."""
    for module in sorted(module.name for module in pkgutil.iter_modules(import_module(package).__path__)):
        import_module(f"{package}.{module}")
