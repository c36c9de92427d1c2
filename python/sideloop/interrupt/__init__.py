"""Ctrl-C: what it means to an evaluation, who gets the signal, and how a wait is ended.

`evaluation` says where a `KeyboardInterrupt` may be raised and for whom, and `steps` awaits
the evaluated code so that it can be; `sigint` owns the signal while something is evaluated,
`wakeup` keeps it from the loop's own handlers, `waking` ends what a coroutine waits for in each
kind of loop, and `trio_marks` reads which code of trio's is to be left whole. Where nothing is
evaluated the signal is the host's, but for a plain prompt (`pressed`) and for sideloop's own
program (`at_prompt`).
"""
