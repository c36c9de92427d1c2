"""The handle of a session: what `configure` functions, `startup.py` and `sideloop.repl()` are given."""

from __future__ import annotations

import threading

from .prompts import Prompts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from ..commandline.tour import Tour
    from .commands import Command
    from .layers import Layers

    Completer = Callable[[Mapping[str, Any]], Iterable[Any]]

MODES = ("emacs", "vi-insert", "vi-normal")

_running: list[tuple[int, Repl]] = []


def repl() -> Repl:
    """The handle of the session that runs in this thread, the innermost; else of the latest one.

    Raises:
        RuntimeError: No session is running.
    """
    here = threading.get_ident()
    for thread, handle in reversed(_running):
        if thread == here:
            return handle
    if not _running:
        raise RuntimeError("no session is running")
    return _running[-1][1]


class Settings:
    """Every setting as an attribute, to be read and set; what is set counts at once."""

    def __init__(self, handle: Repl) -> None:
        """Reads and changes the settings of a session."""
        object.__setattr__(self, "_handle", handle)

    def __getattr__(self, name: str) -> Any:
        """The value of a setting."""
        try:
            return self._handle.layers.values[name]
        except KeyError:
            from . import no_setting

            raise AttributeError(no_setting(name, self)) from None

    def __setattr__(self, name: str, value: object) -> None:
        """Changes a setting; raises AttributeError, or ValueError for a value that does not fit."""
        if name == "vi_mode":
            name, value = "editing_mode", "vi" if value else "emacs"
        getattr(self, name)
        from .. import config, host

        self._handle.configure(config.overrides({name: value}, host.settings()))

    def __iter__(self) -> Iterator[str]:
        """The names of all settings."""
        return iter(self._handle.layers.values)

    def __dir__(self) -> list[str]:
        """The names of all settings."""
        return sorted(self)


class Repl:
    """A session, as its configuration sees it. Belongs to the thread that called `embed()`.

    Attributes:
        settings: Every setting as an attribute.
        prompts: What stands before inputs and results.
        commands: Functions by the names that keys are bound to.
        completers: Functions that add candidates. Each gets the question: a dict with `kind`,
            `prefix` and more; it returns texts, or dicts with `text`, `kind` and `detail`.
        tour: Who is told what the person did, in `sideloop --tutor`.
    """

    def __init__(self, layers: Layers) -> None:
        """No prompt is open yet: what is configured counts from the first one on."""
        self.layers = layers
        self.origin = "configure"
        self.settings = Settings(self)
        self.prompts = Prompts(layers.values)
        self.commands: dict[str, Command] = {}
        self.completers: list[Completer] = []
        self.tour: Tour | None = None
        self._session: Any = None

    def bind(
        self, keys: str, command: str | Command, *, mode: str | None = None, doc: str | None = None
    ) -> None:
        """Binds a key sequence, such as `"ctrl-x g"`.

        Args:
            keys: Keys separated by blanks.
            command: The name of a command, `""` to free the keys, or a function of an `Event`,
                called on the session's own thread.
            mode: `emacs`, `vi-insert` or `vi-normal`; all of them by default.
            doc: One sentence for a function that has no docstring.

        Raises:
            ValueError: The keys or the command are unknown, or the sequence begins another one.
        """
        if mode is not None and mode not in MODES:
            raise ValueError(f"there is no mode {mode!r}; there are {', '.join(MODES)}")
        if callable(command):
            name = getattr(command, "__name__", type(command).__name__)
            while self.commands.get(name, command) is not command:
                name += "_"
            self.commands[name] = command
            if doc is not None:
                command.__doc__ = doc
            command = f"python:{name}"
        from . import toml

        table = "keys" if mode is None else f"keys.{mode}"
        self.configure(f"[{table}]\n{toml(keys)} = {toml(command)}\n")

    def theme(self, name: str, roles: Mapping[str, str], *, colors: Mapping[str, str] | None = None) -> None:
        """Adds a theme, to be chosen with `settings.theme = name`.

        Args:
            name: What it is called.
            roles: How each role looks: `{"keyword": "pink bold"}`.
            colors: Names for colours: `{"pink": "#ff79c6"}`.

        Raises:
            ValueError: There is no such role or colour.
        """
        from . import toml

        text = ""
        for part, pairs in (("colors", colors or {}), ("roles", roles)):
            lines = "".join(f"{toml(key)} = {toml(value)}\n" for key, value in pairs.items())
            text += f"[themes.{toml(name)}.{part}]\n{lines}"
        self.configure(text)

    def configure(self, text: str) -> None:
        """Puts a text of TOML, as in the person's file, over what there is.

        Raises:
            ValueError: Something is wrong in it; nothing is changed then.
        """
        for _, message in self.layers.check(text):
            raise ValueError(message)
        known = len(self.layers.texts)
        self.layers.add(self.origin, text)
        if self._session is not None:
            for added in self.layers.texts[known:]:
                self._session.send({"type": "configure", "toml": added})

    def candidates(self, question: Mapping[str, Any]) -> list[dict[str, Any]]:
        """What the completers add; one that raises is told once and not asked again."""
        found: list[dict[str, Any]] = []
        for completer in list(self.completers):
            try:
                found += [candidate(item) for item in completer(question)]
            except (Exception, KeyboardInterrupt) as error:
                self.completers.remove(completer)
                name = getattr(completer, "__name__", type(completer).__name__)
                reason = f": {error}" * bool(str(error))
                print(f"The completer {name} raised {type(error).__name__}{reason}, and is asked no more.")
        return found

    def begin(self, session: Any) -> None:
        """The prompt is open: changes count at once, and `repl()` finds this handle."""
        self._session = session
        self.origin = "the prompt"
        _running.append((threading.get_ident(), self))

    def end(self) -> None:
        """The session is over."""
        self._session = None
        _running[:] = [entry for entry in _running if entry[1] is not self]


def candidate(item: Any) -> dict[str, Any]:
    """A candidate of a completer as the message has it."""
    if isinstance(item, str):
        return {"text": item, "kind": "text"}
    return {"kind": "text", **item}
