"""The time zones that are offered."""

from functools import cache
from itertools import groupby

from quizapp.scheduling.days import known_zones

REGIONS = frozenset(("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"))
Regions = tuple[tuple[str, tuple[str, ...]], ...]


@cache
def regions() -> Regions:
    """Regions and their zones by name; the one zone without a region comes first."""
    named = sorted(zone for zone in known_zones() if zone.split("/")[0] in REGIONS)
    return (("", ("UTC",)), *((region, tuple(zones)) for region, zones in groupby(named, key=lambda zone: zone.split("/")[0])))


def regions_with(zone: str) -> Regions:
    """The same, with a zone that somebody has and that is not among them otherwise."""
    offered = regions()
    return offered if any(zone in zones for _, zones in offered) else (("", (zone,)), *offered)
