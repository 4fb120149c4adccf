"""Names for people in a course whose own names are not to be seen: two words each, and no two people share both."""

import secrets
from collections.abc import Container
from typing import Final

_COLOURS = """
Amber Azure Beige Blue Bronze Cobalt Copper Coral Cream Crimson Cyan Ebony Emerald Golden Green Grey Indigo Ivory Jade
Lemon Lilac Lime Maroon Mint Navy Ochre Olive Opal Orange Pearl Pink Plum Purple Red Rose Ruby Sand Scarlet Silver Teal
Topaz Violet White Yellow
"""
_BIRDS = """
Avocet Bittern Bluebird Bunting Chough Condor Coot Crane Curlew Dipper Dove Duck Dunlin Eagle Egret Falcon Finch
Flamingo Gannet Goose Grebe Gull Harrier Hawk Heron Hoopoe Ibis Jay Kestrel Kingfisher Kite Lapwing Lark Linnet Magpie
Martin Merlin Nightjar Oriole Osprey Owl Parrot Pelican Petrel Pigeon Pipit Plover Puffin Quail Raven Redstart Robin
Rook Sandpiper Siskin Skylark Snipe Sparrow Starling Stork Swallow Swan Swift Tern Thrush Toucan Turaco Wagtail Warbler
Wren
"""
COLOURS: Final = tuple(_COLOURS.split())
BIRDS: Final = tuple(_BIRDS.split())


def new_pseudonym(taken: Container[str]) -> str:
    """A name that nobody in the course has, with a number when all are taken. It is kept, since nothing leads from a person to it."""
    free = [name for colour in COLOURS for bird in BIRDS if (name := f"{colour} {bird}") not in taken]
    return secrets.choice(free) if free else f"{secrets.choice(COLOURS)} {secrets.choice(BIRDS)} {secrets.randbelow(10**9)}"
