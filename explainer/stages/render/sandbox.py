"""Where a site's templates run: they may be a stranger's, so they reach little, and come to an end."""

import re
from collections.abc import Callable, Iterable, Sized
from functools import cache, wraps
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from explainer.model.form import Form
from explainer.stages.render.counting import COUNTED, TAKEN, Counting

MOST = 30_000_000
"""Steps of a page: rounds of loops, calls, includes, and characters put together.

What pages take is measured in docs/security.md; nothing here asks a clock.
"""
_LARGEST = 1_000_000
_STEEPEST = 6
_LONGEST_RANGE = 200
_WIDEST = 1000
_METHODS = frozenset(
    "format upper lower title capitalize strip lstrip rstrip startswith endswith removeprefix "
    "removesuffix split rsplit splitlines partition rpartition count find isdigit".split()
)
"""What templates may ask of a text. Some of the others make gigabytes of a word."""
_FILTERS = frozenset(
    "abs batch capitalize count d default dictsort e escape first float groupby int items join last "
    "length list lower map max min reject rejectattr reverse round safe select selectattr slice sort "
    "string striptags title trim truncate unique upper urlencode wordcount".split()
)
"""What templates may pass values through. Some of the others make gigabytes of a word."""
_FIELD = re.compile(r"\{[^{}]*(?:\d{3}|\{)")
"""In a text to be filled in: a value set 100 characters wide or more, or as wide as another says."""
_WIDEST_FIELD = 99
_CALL = 100
"""Steps a call counts for, since it takes longer than what else a template does."""
_NUMBERED = ("batch", "round", "slice", "truncate")
_NOT_COMPILED = (RecursionError, SyntaxError, ValueError, MemoryError, OverflowError)
"""What Python says of a template that is too deep or too long for it, though it is Jinja."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for templates that reach what pages say and no more, and not for ever."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, texts: dict[str, str]) -> None:
        def load(name: str) -> tuple[str, str, None] | None:
            return (texts[name], f"templates/{name}", None) if name in texts else None

        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.left = MOST
        """Steps that may still be taken for the page."""
        self.compiled: dict[str, CodeType] = {}
        """What was compiled of the templates already, by their names."""
        self.concat = self._put_together  # type: ignore[method-assign]
        self.globals["range"] = _short_range
        del self.globals["lipsum"]
        self.filters |= {name: _narrow(name, self.filters[name]) for name in _NUMBERED}
        self.filters = {name: self._measured(self.filters[name]) for name in sorted(_FILTERS)}
        self.filters |= {"join": self._joined, COUNTED: self._counted, TAKEN: self._taken}

    def begin(self) -> None:
        """Count anew: the next page begins."""
        self.left = MOST

    def compile(self, source: Any, name: str | None = None, *args: Any, **named: Any) -> Any:
        try:
            return self.compiled.get(name or "") or super().compile(source, name, *args, **named)
        except _NOT_COMPILED as error:
            said = "something in it is nested too deeply, or too long"
            raise jinja2.TemplateSyntaxError(said, 1, name) from error

    def getattr(self, obj: Any, attribute: str) -> Any:
        # Most of what templates ask for are fields of pages, of which none reaches further than it
        # says; the sandbox's own look at each of them takes half of the time a page is set in.
        if attribute[:1] != "_" and _is_form(obj.__class__):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str | bytes | int | float) and not _may_ask(obj, attribute):
            raise jinja2.TemplateRuntimeError(f"`.{attribute}` is not for templates")
        found = super().getattr(obj, attribute)
        return self._filled(obj, found) if isinstance(obj, str) and attribute == "format" else found

    def getitem(self, obj: Any, argument: Any) -> Any:
        # `text["upper"]` is `text.upper`, and so is what filters are told the name of.
        if isinstance(argument, str) and isinstance(obj, str | bytes | int | float):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(self, context: Any, obj: Any, /, *args: Any, **named: Any) -> Any:
        self._take(_CALL)
        return super().call(context, obj, *args, **named)

    def get_template(self, *args: Any, **named: Any) -> jinja2.Template:
        self._take(_CALL)
        return super().get_template(*args, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            return self._counted(context, super().call_binop(context, operator, left, right))
        if not all(
            type(value) in (int, float) and abs(value) < _LARGEST for value in (left, right)
        ):
            raise jinja2.TemplateRuntimeError(f"`{operator}` is for numbers below {_LARGEST}")
        if operator == "**" and abs(right) > _STEEPEST:
            raise jinja2.TemplateRuntimeError(f"`**` goes up to {_STEEPEST}")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Counting().visit(tree)
        return tree

    def _put_together(self, pieces: Iterable[str]) -> str:
        text = "".join(pieces)
        self._take(len(text))
        return text

    # Given the context, Jinja does not work these two out beforehand, once for all pages.
    @jinja2.pass_context
    def _counted(self, context: Any, value: Any, weight: int = 1) -> Any:
        """`value`, when there are steps left to go through all of it."""
        if isinstance(value, int | float):
            return value
        if not isinstance(value, Sized):
            value = tuple(value)
        self._take(len(value) * weight)
        return value

    @jinja2.pass_context
    def _taken(self, context: Any, weight: int) -> None:
        self._take(weight)

    def _measured(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The filter `work`, with the characters of what it makes counted."""

        @wraps(work)
        def measured(*args: Any, **named: Any) -> Any:
            made = work(*args, **named)
            if isinstance(made, str):
                self._take(len(made))
            return made

        return measured

    def _filled(self, text: str, work: Callable[..., str]) -> Callable[..., str]:
        """`text.format`, with as many characters counted as it can make at most."""

        def filled(*args: Any, **named: Any) -> str:
            longest = _WIDEST_FIELD
            for value in (*args, *named.values()):
                if not isinstance(value, str | int | float | jinja2.Undefined):
                    raise jinja2.TemplateRuntimeError("`format` is for texts and numbers")
                longest = max(longest, len(value) if isinstance(value, str) else 0)
            self._take(len(text) + text.count("{") * longest)
            return work(*args, **named)

        return filled

    @jinja2.pass_eval_context
    def _joined(
        self,
        evaluation: nodes.EvalContext,
        values: Iterable[Any],
        d: str = "",
        attribute: str | int | None = None,
    ) -> str:
        if attribute is not None:
            values = map(jinja2.filters.make_attrgetter(self, attribute), values)
        listed = list(values)
        self._take(sum(len(d) + (len(one) if isinstance(one, str) else 1) for one in listed))
        return jinja2.filters.sync_do_join(evaluation, listed, d)

    def _take(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise jinja2.TemplateRuntimeError(f"a page takes more than {MOST:,} steps")


@cache
def _is_form(kind: type) -> bool:
    """Whether `kind` is one of the frozen forms of the model."""
    return issubclass(kind, Form) and kind.__module__.startswith("explainer.model.")


def _may_ask(value: Any, attribute: str) -> bool:
    """Whether a template may ask a text or a number for `attribute`, and what it makes is no page."""
    if attribute[:1] == "_":
        return True  # the sandbox itself says what is wrong with it
    if attribute == "format" and isinstance(value, str):
        return not _FIELD.search(value)
    return isinstance(value, str) and attribute in _METHODS


def _narrow(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The filter `work`, for numbers that a page may need."""

    @wraps(work)
    def narrow(*args: Any, **named: Any) -> Any:
        for value in (*args[1:], *named.values()):
            if isinstance(value, int) and abs(value) > _WIDEST:
                raise jinja2.TemplateRuntimeError(f"`{name}` goes up to {_WIDEST}")
        return work(*args, **named)

    return narrow


def _short_range(*numbers: int) -> range:
    found = range(*numbers)
    if len(found) > _LONGEST_RANGE:
        raise jinja2.TemplateRuntimeError(f"`range` goes up to {_LONGEST_RANGE} here")
    return found
