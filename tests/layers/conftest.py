import pytest

pytest.importorskip("shapely", reason="control polygons need the extra layers")
