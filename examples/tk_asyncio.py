"""A Tk window, asyncio tasks and a prompt at once. Try `window.title("hi")`, `label["text"]`, `ticks`."""

import asyncio
import tkinter

from sideloop import embed_async

ticks = 0


async def tick(label: tkinter.Label) -> None:
    """Counts tenths of a second, and shows them in the window."""
    global ticks
    while True:
        await asyncio.sleep(0.1)
        ticks += 1
        label["text"] = f"{ticks / 10:.1f} s"


def press(button: tkinter.Button) -> None:
    """Tk calls it, also while the prompt waits."""
    print("pressed after", ticks, "ticks")
    button["text"] = "again"


async def main() -> None:
    """Goes on until the prompt is left."""
    window = tkinter.Tk()
    label = tkinter.Label(window)
    button = tkinter.Button(window, text="press", command=lambda: press(button))
    label.pack()
    button.pack()
    ticking = asyncio.create_task(tick(label))
    await embed_async(banner="the window and the loop go on")
    ticking.cancel()
    window.destroy()


if __name__ == "__main__":
    asyncio.run(main())
