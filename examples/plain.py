"""A prompt in the middle of a plain program."""

from sideloop import embed


def total(prices: list[float]) -> float:
    """Look around at the prompt: `prices`, `sum(prices)`; Ctrl-D goes on."""
    discount = 0.1
    embed(banner=f"{len(prices)} prices, discount {discount:.0%}")
    return sum(prices) * (1 - discount)


if __name__ == "__main__":
    print("total:", total([3.5, 4.0, 12.25]))
