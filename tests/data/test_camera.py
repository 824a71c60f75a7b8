"""Camera of the map in links: notations, rounding, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.choice.camera import LATITUDES, LONGITUDES, ZOOMS, MapCamera, read_camera
from data.choice.link_values import Reason
from data.choice.parameters import filter_space
from data.choice.reading import from_query, to_query
from data.load.dataset import load_dataset

SPACE = filter_space(load_dataset())
CASPIAN = MapCamera(41.5, 51.2, 4.5)


@pytest.mark.parametrize(
    "text",
    [
        *("41.5,51.2,4.5", "41.5, 51.2, 4.5", "41.50000,51.20000,4.50", "41.5;51.2;4.5"),
        *("41.5/51.2/4.5", "41.5 51.2 4.5", "(41.5,51.2,4.5)", "41.5,51.2,4.5z", "41.5,51.2,4.5."),
    ],
)
def test_a_camera_is_read_in_plain_notations(text: str) -> None:
    found = read_camera(text)
    assert (found.value, found.left_out) == (CASPIAN, ())


@given(st.floats(*LATITUDES), st.floats(*LONGITUDES), st.floats(*ZOOMS))
def test_a_camera_is_unchanged_after_a_second_link(
    latitude: float, longitude: float, zoom: float
) -> None:
    found = read_camera(f"{latitude:.7f},{longitude:.7f},{zoom:.7f}").value
    assert isinstance(found, MapCamera)
    assert read_camera(str(found)).value == found
    assert "-0," not in f"{found},"
    assert abs(found.latitude - latitude) <= 0.00051


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, Reason.UNREADABLE) for text in ("", "here", "41.5,51.2", "1,2,3,4", "1e3,5,5")),
        *((text, Reason.UNREADABLE) for text in ("nan,nan,nan", "41,5,51,2,4,5", "١,٢,٣")),
        *((text, Reason.OUTSIDE) for text in ("90,51,4", "41,-120,4", "41,51,11", "41,51,-1")),
    ],
)
def test_a_bad_camera_is_refused_with_a_good_one(text: str, reason: Reason) -> None:
    found = read_camera(text)
    (left,) = found.left_out
    assert (found.value, left.text, left.reason) == (None, text, reason)
    assert left.right


def test_a_link_with_a_bad_camera_shows_the_view_and_names_it() -> None:
    filters, refusals = from_query({"camera": "north", "view": "caspian"}, SPACE, "en")
    assert (filters.camera, filters.view) == (None, "caspian")
    assert [(one.parameter, one.text) for one in refusals] == [("camera", "north")]
    assert to_query(filters, SPACE) == {"lang": "en", "view": "caspian"}
