"""A prompt in a worker thread; the main thread goes on and prints above it."""

import threading
import time

from sideloop import embed

beats = 0


def work() -> None:
    """What is typed runs in this thread."""
    embed(globals(), banner=f"in {threading.current_thread().name}")


if __name__ == "__main__":
    worker = threading.Thread(target=work, name="worker")
    worker.start()
    while worker.is_alive():
        time.sleep(0.5)
        beats += 1
        if beats % 10 == 0:
            print("main thread:", beats, "beats")
    worker.join()
