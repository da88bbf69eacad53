"""Ask a runner's own diary what pain went with.

By this door come the numbers alone, which need no NumPy; who wants an answer asks for `ask` by its name.
Nothing here decides, advises or reassures: the plan does not know that it exists.
"""

from kneewise.insight.numbers import Numbers

__all__ = ["Numbers"]
