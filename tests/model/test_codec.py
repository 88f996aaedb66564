from decimal import Decimal

from sayso.model import (
    Bound,
    Place,
    PlaceId,
    PlaceKind,
    Quantity,
    Span,
    from_json,
    to_json,
)


def test_fields_left_out_because_they_are_none_come_back_as_none():
    span = Span(0, 4, "over")
    quantity = Quantity(span, span, Decimal(40), None, Bound.AT_LEAST, "count")
    assert from_json(Quantity, to_json(quantity)) == quantity
    sea = Place(PlaceId("x:1"), "Sea", PlaceKind.AREA, 1.5, 2.0, None)
    assert from_json(Place, to_json(sea)) == sea
