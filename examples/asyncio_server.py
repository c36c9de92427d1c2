"""A server that goes on, and logs, while you type. Try `served`, `await hello()`."""

import asyncio
import logging

from sideloop import embed_async

served = 0


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers one client."""
    global served
    served += 1
    logging.info("client %d", served)
    writer.write(b"hello\n")
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    """Serves on loopback until the prompt is left."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async def hello() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        answer = await reader.read()
        writer.close()
        return answer

    async def visit() -> None:
        while True:
            await asyncio.sleep(1)
            await hello()

    visitor = asyncio.create_task(visit())
    await embed_async({**globals(), "hello": hello}, banner=f"serving on port {port}")
    visitor.cancel()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
