"""The page as the engine and the checks see it: one in-page pass over all frames and shadow roots, pure values after.

Public: `Observation`, `Control`, `Text`, `Picture`, `Box`, `Layer`, `Form`, `Frame`, `observe`.
"""

from auditor.observe.observation import Observation
from auditor.observe.values import Box, Control, Form, Frame, Layer, Picture, Region, Text

__all__ = ["Box", "Control", "Form", "Frame", "Layer", "Observation", "Picture", "Region", "Text"]
