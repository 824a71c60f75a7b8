"""Messages to a browser when a fragment run starts before those of a whole run are sent."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from components.server import message_queue

FRAGMENT = "content"


def element(*path: int, fragment: str = "", reference: bool = False) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend(path)
    if reference:
        message.ref_hash = "known"
    else:
        message.delta.add_block.SetInParent()
        message.delta.fragment_id = fragment
    return message


def new_session() -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.page_script_hash = "page"
    return message


@pytest.fixture
def repaired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ForwardMsgQueue, "clear", message_queue._clear)
    message_queue.keep_messages_before_fragments()


@pytest.mark.usefixtures("repaired")
def test_a_fragment_run_removes_no_message_of_a_whole_run() -> None:
    queue = ForwardMsgQueue()
    messages = [
        new_session(),
        element(0, 0, fragment=FRAGMENT),
        element(0, 0, 1, reference=True),
        element(0, 1),
    ]
    for message in messages:
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[FRAGMENT])
    later = element(0, 0, 1, fragment=FRAGMENT)
    queue.enqueue(later)
    assert queue.flush() == [*messages, later]
    assert queue.is_empty()


@pytest.mark.usefixtures("repaired")
def test_a_whole_run_removes_the_elements_of_the_run_before() -> None:
    queue = ForwardMsgQueue()
    start = new_session()
    for message in (start, element(0, 0), element(0, 0, 1, reference=True)):
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True)
    assert queue.flush() == [start]


def test_streamlit_still_needs_the_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    """An element stays in the queue whose parent is removed; without it, remove the repair."""
    monkeypatch.setattr(ForwardMsgQueue, "clear", message_queue._clear)
    queue = ForwardMsgQueue()
    for message in (element(0, 0, fragment=FRAGMENT), child := element(0, 0, 1, reference=True)):
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[FRAGMENT])
    assert queue.flush() == [child]
