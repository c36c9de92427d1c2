"""Signatures of builtins that have no text signature of their own, by the documentation of Python."""

from __future__ import annotations

_TABLE = """
int(x=0, /) | (x, /, base=10)
str(object='') | (object=b'', encoding='utf-8', errors='strict')
bytes(source=b'') | (source, encoding, errors='strict')
bytearray(source=b'') | (source, encoding, errors='strict')
bool(object=False, /)
dict(**kwargs) | (mapping, /, **kwargs) | (iterable, /, **kwargs)
set(iterable=(), /)
frozenset(iterable=(), /)
range(stop, /) | (start, stop, step=1, /)
slice(stop, /) | (start, stop, step=None, /)
type(object, /) | (name, bases, dict, /, **kwds)
map(function, iterable, /, *iterables)
filter(function, iterable, /)
zip(*iterables, strict=False)
super() | (type, object_or_type=None, /)
max(iterable, /, *, default, key=None) | (arg1, arg2, /, *args, key=None)
min(iterable, /, *, default, key=None) | (arg1, arg2, /, *args, key=None)
iter(iterable, /) | (callable, sentinel, /)
next(iterator, default, /)
getattr(object, name, default, /)
vars(object, /)
dir(object, /)
print(*values, sep=' ', end='\\n', file=None, flush=False)
breakpoint(*args, **kws)
partial(func, /, *args, **keywords)
__build_class__(func, name, /, *bases, **kwds)
reader(iterable, /, dialect='excel', *, delimiter=',', quotechar='"', quoting=0, strict=False)
writer(fileobj, /, dialect='excel', *, delimiter=',', quotechar='"', quoting=0, lineterminator='\\r\\n')
dict.pop(self, key, default, /)
dict.update(self, mapping=(), /, **kwargs)
str.maketrans(x, y, z, /)
str.format(self, *args, **kwargs)
str.count(self, sub, start=0, end=-1, /)
str.find(self, sub, start=0, end=-1, /)
str.rfind(self, sub, start=0, end=-1, /)
str.index(self, sub, start=0, end=-1, /)
str.rindex(self, sub, start=0, end=-1, /)
str.startswith(self, prefix, start=0, end=-1, /)
str.endswith(self, suffix, start=0, end=-1, /)
bytes.count(self, sub, start=0, end=-1, /)
bytes.find(self, sub, start=0, end=-1, /)
bytes.startswith(self, prefix, start=0, end=-1, /)
bytes.endswith(self, suffix, start=0, end=-1, /)
set.union(self, *others)
set.intersection(self, *others)
set.difference(self, *others)
set.update(self, *others)
timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)
date(year, month, day)
time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)
datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)
date.replace(self, /, year, month, day)
time.replace(self, /, hour, minute, second, microsecond, tzinfo, *, fold)
datetime.replace(self, /, year, month, day, hour, minute, second, microsecond, tzinfo, *, fold)
"""

_read: dict[str, list[str]] = {}


def texts(name: str) -> list[str]:
    """The text signatures of a builtin by its qualified name; empty when it is not in the table."""
    if not _read:
        for line in _TABLE.strip().splitlines():
            known, paren, rest = line.partition("(")
            _read[known] = (paren + rest).split(" | ")
    return _read.get(name, [])
