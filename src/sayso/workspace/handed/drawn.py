"""What map-makers drew."""

from sayso.layers import (
    PRECISION_M,
    Layer,
    LayerBook,
    LayerSeries,
    Maker,
    Status,
    Step,
    Unit,
)

__all__ = [
    "PRECISION_M",
    "Layer",
    "LayerBook",
    "LayerSeries",
    "Maker",
    "Status",
    "Step",
    "Unit",
]
