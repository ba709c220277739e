"""What the logs keep of numbers."""

from inburgering.kit.logs import mask_citizen_numbers

BSN = "999993653"


def masked(**event: object) -> dict[str, object]:
    return dict(mask_citizen_numbers(None, "info", event))


def test_a_number_is_masked_wherever_it_stands() -> None:
    assert masked(event=f"GET /x/{BSN}/", number=int(BSN), ok=True) == {
        "event": "GET /x/*********/", "number": "*********", "ok": True,
    }  # fmt: skip


def test_a_request_id_stays_whole() -> None:
    made_here = "1b6f5ac2-0d61-4c0e-c507-a123456789e9"
    assert masked(request_id=made_here)["request_id"] == made_here


def test_a_request_id_of_a_caller_hides_no_number() -> None:
    assert masked(request_id=f"aanvraag-{BSN}")["request_id"] == "aanvraag-*********"
