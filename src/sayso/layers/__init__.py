"""Dated control polygons, each with the authority that drew it.

Layers are never merged and never called what is so: a layer is what its authority drew
for a day. Reading files and measuring polygons needs the extra `layers`; what is held
can be listed without it.
"""

from sayso.layers.book import EMPTY, LayerBook, LayerSeries, Step, load_drawing
from sayso.layers.layer import (
    PRECISION_M,
    Layer,
    LayerId,
    Maker,
    Status,
    Unit,
    from_body,
    layer_id,
    to_body,
    to_square_metres,
)

__all__ = [
    "EMPTY",
    "PRECISION_M",
    "Layer",
    "LayerBook",
    "LayerId",
    "LayerSeries",
    "Maker",
    "Status",
    "Step",
    "Unit",
    "from_body",
    "layer_id",
    "load_drawing",
    "to_body",
    "to_square_metres",
]
