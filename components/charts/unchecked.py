"""Charts are built without validation at run time: the tests validate every form.

Validation of each part against the schema of Vega-Lite would take a third of a cold start.
"""

from functools import partialmethod

from altair.utils import schemapi
from altair.vegalite.v6.schema import core

PARAMETERS: tuple[type[schemapi.SchemaBase], ...] = (
    core.VariableParameter,
    core.SelectionParameter,
    core.TopLevelSelectionParameter,
)


def build_without_checks() -> None:
    """Let Altair build charts without validation of their parts.

    Altair 6 compares the parameters of layers as dictionaries, which are validated unless the call
    says otherwise. A chart that is validated as a whole has its parameters validated too.
    """
    schemapi.disable_debug_mode()
    for kind in PARAMETERS:
        kind.to_dict = partialmethod(  # type: ignore[method-assign, assignment]
            schemapi.SchemaBase.to_dict, validate=False
        )
