"""The command line: `sideloop`, and `python -m sideloop`."""

from __future__ import annotations

import os
import sys

from . import commandline
from .commandline import script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from .commandline import Invocation


def main() -> int:
    """Does what `sys.argv` asks for, and returns the process's exit code.

    An exception of the program passes, so that the interpreter ends the process as it
    does for any script: a traceback and code 1, the code of a `SystemExit`, SIGINT.
    """
    try:
        invocation = commandline.parse(sys.argv[1:])
        if invocation.config_file is not None and not os.path.isfile(invocation.config_file):
            raise commandline.Bad(f"there is no configuration file {invocation.config_file}")
    except commandline.Bad as error:
        print(f"sideloop: {error}", file=sys.stderr)
        return 2
    if invocation.kind in commandline.ERRANDS:
        from .commandline import errands

        return errands.run(invocation)
    if invocation.kind == "tutor":
        return _tutor(invocation)
    if sys.flags.inspect and not sys.flags.interactive and _is_terminal():
        _begin_again_without_inspection()
    module = script.fresh_main()
    if invocation.kind in ("prompt", "stdin"):
        if invocation.interactive or _is_terminal():
            sys.argv = [invocation.target, *invocation.arguments]
            script.set_path("")
            return _prompt(invocation, module, after_program=False)
        invocation.kind = "stdin"
    return _run(invocation, module)


def _run(invocation: Invocation, module: ModuleType) -> int:
    """Runs the program, and goes to the prompt if that is wanted."""
    try:
        script.run(invocation.kind, invocation.target, invocation.arguments)
    except BaseException as error:
        if not _wants_prompt(invocation):
            script.hide_our_frames(error)
            raise
        from .display import Look, report

        report.show(error, Look())
    return _prompt(invocation, module, after_program=True) if _wants_prompt(invocation) else 0


def _prompt(invocation: Invocation, module: ModuleType, *, after_program: bool) -> int:
    """Opens the prompt in `__main__`. A `SystemExit` typed there passes."""
    from . import answers, embedding
    from .evaluate import startup

    if invocation.log is not None:
        answers.log_to(invocation.log)
    os.environ.pop("PYTHONINSPECT", None)  # else python opens a prompt of its own when ours is left
    first_file = None if after_program else startup.from_environment()
    embedding.open_program(
        vars(module),
        commandline.chosen(invocation),
        banner=None if invocation.quiet or after_program else commandline.version(),
        config_file=invocation.config_file,
        startup_paths=() if first_file is None else (first_file,),
        system_exit="raise",
    )
    return 0


def _tutor(invocation: Invocation) -> int:
    """Opens the prompt with a tour of it."""
    from . import embedding
    from .commandline import tour

    guide = tour.Tour()
    embedding.open_program(
        vars(script.fresh_main()),
        commandline.chosen(invocation),
        configure=guide.begin,
        banner=f"{tour.wrapped(tour.WELCOME)}\n\n{guide.text()}\n",
        config_file=invocation.config_file,
    )
    return 0


def _wants_prompt(invocation: Invocation) -> bool:
    """Whether to go on interactively: `-i`, or `PYTHONINSPECT`, which the program may have set."""
    asked = os.environ.get("PYTHONINSPECT") and not sys.flags.ignore_environment
    return invocation.interactive or bool(asked and _is_terminal())


def _begin_again_without_inspection() -> None:
    """Replaces the process by one that has `-i` instead of `PYTHONINSPECT`.

    With that variable python opens a prompt of its own when ours is left, and nothing
    that is done in Python keeps it from that.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONINSPECT"}
    ours = len(sys.orig_argv) - len(sys.argv[1:])
    words = [*sys.orig_argv[:ours], "-i", *sys.argv[1:]]
    os.execve(sys.executable, words, environment)


def _is_terminal() -> bool:
    """Whether standard input is one, asked of the descriptor as python does."""
    try:
        return sys.stdin is not None and os.isatty(sys.stdin.fileno())
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(main())
