"""The time zones that are offered."""

from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

REGIONS = frozenset(("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"))


@cache
def regions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Regions and their zones by name; the one zone without a region comes first."""
    named = sorted(zone for zone in available_timezones() if zone.split("/")[0] in REGIONS)
    return (("", ("UTC",)), *((region, tuple(zones)) for region, zones in groupby(named, key=lambda zone: zone.split("/")[0])))
