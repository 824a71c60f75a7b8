"""Repair of Streamlit's queue of messages to a browser, for fragment runs.

Streamlit 1.67 clears the queue when a run starts. Before a fragment run it removes the elements of
the fragment that have not been sent, but not references to elements that the browser has, and not
elements outside the fragment. If the unsent elements belong to a new page, what remains has no
parent in the browser, which then shows nothing.
"""

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

_clear = ForwardMsgQueue.clear


def _clear_for_whole_runs(
    queue: ForwardMsgQueue,
    retain_lifecycle_msgs: bool = False,  # noqa: FBT001, FBT002, signature of Streamlit
    fragment_ids_this_run: list[str] | None = None,
) -> None:
    """Clear the queue before a run of the whole page; keep all messages before a fragment run.

    Later messages are not merged into those that were kept, so that the order stays.
    """
    if fragment_ids_this_run is None:
        _clear(queue, retain_lifecycle_msgs)
    else:
        queue._delta_index_map = {}


def keep_messages_before_fragments() -> None:
    """Let the browser receive every message of a run before those of a later fragment run."""
    ForwardMsgQueue.clear = _clear_for_whole_runs  # type: ignore[assignment, method-assign]
