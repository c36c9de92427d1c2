"""What builtins and the standard library return, where they carry no annotations.

The figures of speech: `Self` is what the method was called on, `K` and `V` what the
parameters of its class stand for (`list[K]`, `dict[K, V]`), `A` the first argument, `E`
an element of it and `R` what awaiting it gives, `C` an instance of the class that it is.
Written from the documentation of the standard library.
"""

from __future__ import annotations

_STR = """
: bin hex oct chr ascii repr format input -> str
: abs round pow divmod sum -> A
: len ord hash id -> int
: all any callable hasattr isinstance issubclass -> bool
: dir -> list[str]
: globals locals vars -> dict[str, Any]
: open -> _io.TextIOWrapper
: sorted -> list[E]
: max min next -> E
: range -> range
str: capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill __add__ __mul__ __mod__ __getitem__ __format__ __str__ __repr__ -> str
str: count find index rfind rindex __len__ -> int
str: endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper startswith __contains__ -> bool
str: split rsplit splitlines -> list[str]
str: partition rpartition -> tuple[str, str, str]
str: encode -> bytes
str: maketrans -> dict[int, str]
str: __iter__ -> Iterator[str]
bytes: capitalize center expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill fromhex -> bytes
bytes: count find index rfind rindex __len__ __getitem__ -> int
bytes: endswith isalnum isalpha isascii isdigit islower isspace istitle isupper startswith -> bool
bytes: split rsplit splitlines -> list[bytes]
bytes: partition rpartition -> tuple[bytes, bytes, bytes]
bytes: decode hex -> str
bytes: __iter__ -> Iterator[int]
bytearray: copy strip lstrip rstrip upper lower replace -> bytearray
bytearray: decode hex -> str
memoryview: tobytes -> bytes
memoryview: tolist -> list[int]
int: bit_length bit_count conjugate from_bytes __add__ __mul__ __sub__ __floordiv__ -> int
int: to_bytes -> bytes
int: as_integer_ratio -> tuple[int, int]
int: is_integer -> bool
int: real imag numerator denominator -> int
float: conjugate fromhex real imag -> float
float: hex -> str
float: is_integer -> bool
float: as_integer_ratio -> tuple[int, int]
complex: conjugate -> complex
complex: real imag -> float
list: copy __add__ __mul__ -> Self
list: pop __getitem__ -> K
list: count index __len__ -> int
tuple: count index __len__ -> int
set: copy union intersection difference symmetric_difference -> Self
set: pop -> K
set: isdisjoint issubset issuperset -> bool
frozenset: copy union intersection difference symmetric_difference -> Self
dict: copy fromkeys -> Self
dict: get pop setdefault __getitem__ -> V
dict: items -> dict_items[tuple[K, V]]
dict: keys -> dict_keys[K]
dict: values -> dict_values[V]
dict: popitem -> tuple[K, V]
dict_items: __iter__ -> Iterator[K]
range: start stop step __len__ count index -> int
range: __iter__ -> Iterator[int]
slice: indices -> tuple[int, int, int]
generator: send throw __next__ -> K
coroutine: send -> Any
BaseException: with_traceback -> Self
BaseException: __traceback__ -> traceback
BaseException: args -> tuple[Any, ...]
BaseException: add_note -> None
OSError: errno -> int
OSError: strerror filename -> str
StopIteration: value -> Any
SyntaxError: msg filename text -> str
SyntaxError: lineno offset -> int
UnicodeDecodeError: reason encoding -> str
type: mro -> list[type]
property: fget fset fdel -> function
function: __name__ __qualname__ __doc__ __module__ -> str
function: __code__ -> code
code: co_name co_filename co_qualname -> str
code: co_firstlineno co_argcount -> int
traceback: tb_frame -> frame
traceback: tb_next -> traceback
traceback: tb_lineno -> int
frame: f_back -> frame
frame: f_code -> code
frame: f_lineno -> int
frame: f_locals f_globals -> dict[str, Any]
"""

_IO = """
TextIOWrapper: read readline getvalue __next__ name mode encoding errors -> str
TextIOWrapper: readlines -> list[str]
TextIOWrapper: write seek tell fileno truncate -> int
TextIOWrapper: closed readable writable seekable isatty -> bool
TextIOWrapper: buffer detach -> BufferedReader
TextIOWrapper: __enter__ -> Self
StringIO: read readline getvalue __next__ -> str
StringIO: readlines -> list[str]
StringIO: write seek tell -> int
StringIO: __enter__ -> Self
BytesIO: read read1 readline getvalue __next__ -> bytes
BytesIO: readlines -> list[bytes]
BytesIO: write seek tell -> int
BytesIO: getbuffer -> memoryview
BytesIO: __enter__ -> Self
BufferedReader: read read1 peek readline __next__ -> bytes
BufferedReader: readlines -> list[bytes]
BufferedReader: name mode -> str
BufferedReader: seek tell fileno readinto -> int
BufferedReader: __enter__ -> Self
BufferedWriter: write seek tell fileno -> int
BufferedWriter: __enter__ -> Self
_IOBase: __enter__ -> Self
"""

TABLE = {
    "builtins": _STR,
    "_io": _IO,
    "asyncio.events": ": get_running_loop get_event_loop new_event_loop -> asyncio.AbstractEventLoop",
    "_asyncio": """
: get_running_loop get_event_loop -> asyncio.AbstractEventLoop
: current_task -> asyncio.Task
Task: result -> K
Future: result -> K
Task: done cancelled cancel -> bool
Future: done cancelled cancel -> bool
Task: get_name -> str
Task: get_coro -> coroutine
Task: exception -> BaseException
Future: exception -> BaseException
""",
    "asyncio.tasks": """
: create_task ensure_future -> asyncio.Task[R]
: wait_for shield -> Awaitable[R]
: gather -> asyncio.Future[list[R]]
: as_completed -> Iterator[Awaitable[Any]]
: all_tasks -> set[asyncio.Task]
: sleep -> Awaitable[None]
: wait -> Awaitable[tuple[set[asyncio.Task], set[asyncio.Task]]]
: run_coroutine_threadsafe -> concurrent.futures.Future[R]
""",
    "asyncio.taskgroups": "TaskGroup: create_task -> asyncio.Task[R]\nTaskGroup: __aenter__ -> Awaitable[Self]",
    "asyncio.runners": ": run -> R\nRunner: run -> R\nRunner: __enter__ -> Self\nRunner: get_loop -> asyncio.AbstractEventLoop",
    "asyncio.streams": """
: open_connection open_unix_connection -> Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]
: start_server start_unix_server -> Awaitable[asyncio.base_events.Server]
StreamReader: read readline readexactly readuntil -> Awaitable[bytes]
StreamReader: at_eof -> bool
StreamReader: __anext__ -> Awaitable[bytes]
StreamWriter: drain wait_closed -> Awaitable[None]
StreamWriter: get_extra_info -> Any
""",
    "asyncio.subprocess": """
: create_subprocess_exec create_subprocess_shell -> Awaitable[asyncio.subprocess.Process]
Process: communicate -> Awaitable[tuple[bytes, bytes]]
Process: wait -> Awaitable[int]
Process: returncode pid -> int
Process: stdout stderr -> asyncio.StreamReader
Process: stdin -> asyncio.StreamWriter
""",
    "asyncio.queues": "Queue: get -> Awaitable[K]\nQueue: get_nowait -> K\nQueue: put join -> Awaitable[None]\nQueue: qsize -> int\nQueue: empty full -> bool",
    "asyncio.locks": "Event: is_set -> bool\nEvent: wait -> Awaitable[bool]\nLock: acquire -> Awaitable[bool]\nLock: locked -> bool",
    "asyncio.timeouts": ": timeout timeout_at -> asyncio.timeouts.Timeout\nTimeout: __aenter__ -> Awaitable[Self]",
    "asyncio.base_events": """
BaseEventLoop: create_task -> asyncio.Task[R]
BaseEventLoop: create_future -> asyncio.Future
BaseEventLoop: run_until_complete -> R
BaseEventLoop: run_in_executor -> asyncio.Future
BaseEventLoop: call_soon call_soon_threadsafe -> asyncio.Handle
BaseEventLoop: call_later call_at -> asyncio.TimerHandle
BaseEventLoop: time -> float
Server: __aenter__ -> Awaitable[Self]
""",
    "asyncio.threads": ": to_thread -> Awaitable[Any]",
    "collections": """
Counter: most_common -> list[tuple[K, int]]
Counter: elements -> Iterator[K]
Counter: total __getitem__ get -> int
Counter: copy -> Self
OrderedDict: copy -> Self
ChainMap: new_child -> Self
: namedtuple -> type
deque: pop popleft __getitem__ -> K
deque: copy -> Self
defaultdict: copy -> Self
defaultdict: __getitem__ -> V
OrderedDict: popitem -> tuple[K, V]
""",
    "concurrent.futures._base": "Future: result -> K\nFuture: done cancelled cancel running -> bool\nExecutor: submit -> concurrent.futures.Future\nExecutor: map -> Iterator[Any]\nExecutor: __enter__ -> Self\nFuture: exception -> BaseException\n: as_completed -> Iterator[concurrent.futures.Future]",
    "concurrent.futures.thread": "ThreadPoolExecutor: submit -> concurrent.futures.Future",
    "concurrent.futures.process": "ProcessPoolExecutor: submit -> concurrent.futures.Future",
    "contextlib": ": suppress closing redirect_stdout redirect_stderr nullcontext -> Any\nExitStack: __enter__ -> Self\nExitStack: enter_context -> A\nAsyncExitStack: __aenter__ -> Awaitable[Self]\nclosing: __enter__ -> K",
    "copy": ": copy deepcopy -> A",
    "csv": "DictReader: __next__ -> dict[str, str]\nDictReader: fieldnames -> list[str]\nSniffer: sniff -> csv.Dialect",
    "_csv": ": reader -> _csv.reader\n: writer -> _csv.writer\nreader: __next__ -> list[str]",
    "dataclasses": ": replace -> A\n: asdict -> dict[str, Any]\n: astuple -> tuple\n: fields -> tuple[dataclasses.Field, ...]\n: field -> dataclasses.Field\n: is_dataclass -> bool",
    "_thread": "lock: acquire locked __enter__ -> bool\n: get_ident -> int",
    "datetime": """
datetime: now utcnow today fromtimestamp fromisoformat strptime combine replace astimezone fromordinal -> datetime.datetime
datetime: date -> datetime.date
datetime: time timetz -> datetime.time
datetime: isoformat strftime ctime tzname -> str
datetime: timestamp -> float
datetime: year month day hour minute second microsecond weekday isoweekday toordinal -> int
datetime: tzinfo -> datetime.tzinfo
datetime: utcoffset -> datetime.timedelta
date: today fromtimestamp fromisoformat replace fromordinal fromisocalendar -> Self
date: isoformat strftime ctime -> str
date: year month day weekday isoweekday toordinal -> int
time: isoformat strftime -> str
time: replace fromisoformat -> Self
time: hour minute second microsecond -> int
timedelta: total_seconds -> float
timedelta: days seconds microseconds -> int
timezone: utcoffset -> datetime.timedelta
""",
    "_decimal": "Decimal: quantize sqrt normalize copy_abs -> Self\nDecimal: as_tuple -> tuple\nDecimal: is_nan is_zero is_finite -> bool\n: getcontext localcontext -> decimal.Context",
    "fractions": "Fraction: limit_denominator -> Self\nFraction: numerator denominator -> int",
    "functools": ": partial -> functools.partial\n: reduce -> E\n: wraps -> function",
    "glob": ": glob -> list[str]\n: iglob -> Iterator[str]",
    "hashlib": ": new md5 sha1 sha256 sha512 blake2b -> _hashlib.HASH",
    "_hashlib": ": new openssl_md5 openssl_sha1 openssl_sha256 openssl_sha512 openssl_sha224 openssl_sha384 -> _hashlib.HASH\nHASH: hexdigest name -> str\nHASH: digest -> bytes\nHASH: copy -> Self\nHASH: digest_size block_size -> int",
    "heapq": ": nlargest nsmallest -> list",
    "_heapq": ": heappop heappushpop heapreplace -> E",
    "importlib": ": import_module reload -> module",
    "inspect": ": signature -> inspect.Signature\n: stack trace -> list\n: currentframe -> frame\n: getsource getdoc getfile -> str\n: getmembers -> list[tuple[str, Any]]\nSignature: parameters -> dict[str, inspect.Parameter]",
    "json": ": dumps -> str\n: loads load -> dict[str, Any]",
    "logging": ": getLogger -> logging.Logger\nLogger: getChild -> logging.Logger\nLogger: isEnabledFor -> bool\nLogger: name -> str\nLogger: level -> int\nLogger: handlers -> list[logging.Handler]",
    "math": ": ceil floor comb factorial gcd isqrt lcm perm trunc -> int\n: sqrt sin cos tan exp log log2 log10 hypot fabs fsum pow dist degrees radians -> float\n: isclose isfinite isinf isnan -> bool",
    "multiprocessing.context": "BaseContext: Queue -> multiprocessing.queues.Queue",
    "operator": ": itemgetter attrgetter -> function",
    "os": ": getcwd getenv fsdecode -> str\n: walk -> Iterator[tuple[str, list[str], list[str]]]\n: popen -> _io.TextIOWrapper\n: fdopen -> _io.TextIOWrapper\n_Environ: get pop setdefault __getitem__ -> str\n_Environ: copy -> dict[str, str]\n_Environ: __iter__ keys values -> Iterator[str]\n_Environ: items -> Iterator[tuple[str, str]]",
    "posix": ": getcwd strerror readlink ttyname fspath -> str\n: listdir -> list[str]\n: scandir -> posix.ScandirIterator\n: stat lstat fstat -> os.stat_result\n: getpid getppid cpu_count getuid -> int\n: urandom read -> bytes\n: get_terminal_size -> os.terminal_size\n: pipe -> tuple[int, int]\n: uname -> os.uname_result\nScandirIterator: __next__ -> posix.DirEntry\nScandirIterator: __enter__ -> Self\nDirEntry: stat -> os.stat_result\nDirEntry: is_file is_dir is_symlink -> bool\nDirEntry: name path -> str",
    "posixpath": ": join abspath basename dirname expanduser expandvars normpath realpath relpath normcase commonpath -> str\n: exists isabs isdir isfile islink ismount -> bool\n: split splitext -> tuple[str, str]\n: getsize -> int\n: getmtime getatime getctime -> float",
    "genericpath": ": exists isdir isfile -> bool\n: getsize -> int\n: getmtime getatime getctime -> float\n: commonprefix -> str",
    "pathlib": """
PurePath: joinpath relative_to with_name with_stem with_suffix with_segments __truediv__ __rtruediv__ parent -> Self
PurePath: as_posix as_uri name stem suffix root drive anchor -> str
PurePath: suffixes -> list[str]
PurePath: parts -> tuple[str, ...]
PurePath: parents -> list[Self]
PurePath: is_absolute is_relative_to match full_match -> bool
Path: absolute resolve expanduser readlink rename replace cwd home walk_up -> Self
Path: exists is_dir is_file is_symlink is_mount samefile is_socket is_fifo -> bool
Path: glob rglob iterdir -> Iterator[Self]
Path: walk -> Iterator[tuple[Self, list[str], list[str]]]
Path: read_text owner group -> str
Path: read_bytes -> bytes
Path: write_text write_bytes -> int
Path: stat lstat -> os.stat_result
Path: open -> _io.TextIOWrapper
""",
    "queue": "Queue: get get_nowait -> K\nQueue: qsize -> int\nQueue: empty full -> bool",
    "_queue": "SimpleQueue: get -> K",
    "random": "Random: choice -> E\nRandom: choices sample -> list[E]\nRandom: random uniform gauss -> float\nRandom: randint randrange getrandbits -> int",
    "_random": "Random: random -> float\nRandom: getrandbits -> int",
    "re": """
: compile -> re.Pattern
: match search fullmatch -> re.Match
: sub escape -> str
: subn -> tuple[str, int]
: findall split -> list[str]
: finditer -> Iterator[re.Match]
Pattern: match search fullmatch -> re.Match
Pattern: sub pattern -> str
Pattern: findall split -> list[str]
Pattern: finditer -> Iterator[re.Match]
Pattern: flags groups -> int
Pattern: groupindex -> dict[str, int]
Match: group expand string lastgroup __getitem__ -> str
Match: groups -> tuple[str, ...]
Match: groupdict -> dict[str, str]
Match: start end pos endpos lastindex -> int
Match: span -> tuple[int, int]
Match: re -> re.Pattern
""",
    "secrets": ": token_hex token_urlsafe -> str\n: token_bytes -> bytes\n: choice -> E\n: randbelow -> int",
    "shlex": ": quote join -> str\n: split -> list[str]",
    "shutil": ": which copy copy2 move copytree make_archive -> str\n: disk_usage -> shutil._ntuple_diskusage\n: get_terminal_size -> os.terminal_size",
    "socket": ": create_connection create_server -> socket.socket\n: gethostname getfqdn -> str\nsocket: accept -> tuple[socket.socket, tuple[str, int]]\nsocket: makefile -> _io.TextIOWrapper\nsocket: __enter__ dup -> Self",
    "_socket": ": gethostname gethostbyname -> str\nsocket: recv -> bytes\nsocket: fileno send -> int\nsocket: getsockname getpeername -> tuple[str, int]",
    "sqlite3": ": connect -> sqlite3.Connection\nConnection: execute cursor executemany executescript -> sqlite3.Cursor\nConnection: __enter__ -> Self\nCursor: execute executemany -> Self\nCursor: fetchall fetchmany -> list[tuple]\nCursor: fetchone __next__ -> tuple\nCursor: rowcount lastrowid -> int",
    "_sqlite3": ": connect -> sqlite3.Connection",
    "string": "Template: substitute safe_substitute -> str",
    "_struct": ": pack -> bytes\n: unpack unpack_from -> tuple\n: calcsize -> int\nStruct: pack -> bytes\nStruct: unpack -> tuple",
    "subprocess": ": run -> subprocess.CompletedProcess\n: check_output -> bytes\n: getoutput -> str\n: call check_call -> int\nPopen: communicate -> tuple[bytes, bytes]\nPopen: wait poll -> int\nPopen: __enter__ -> Self\nPopen: stdout stderr -> _io.BufferedReader\nPopen: stdin -> _io.BufferedWriter\nPopen: pid returncode -> int\nCompletedProcess: stdout stderr -> str\nCompletedProcess: returncode -> int",
    "sys": ": exc_info -> tuple\n: getsizeof getrefcount getrecursionlimit -> int\n: getdefaultencoding getfilesystemencoding -> str\n: _getframe -> frame",
    "tempfile": ": mkdtemp mktemp gettempdir -> str\n: mkstemp -> tuple[int, str]\n: NamedTemporaryFile -> _io.BufferedWriter\n: TemporaryFile -> _io.BufferedReader\nTemporaryDirectory: __enter__ -> str",
    "textwrap": ": dedent indent fill shorten -> str\n: wrap -> list[str]",
    "threading": ": current_thread main_thread -> threading.Thread\n: Lock -> _thread.lock\n: enumerate -> list[threading.Thread]\nThread: is_alive -> bool\nThread: name -> str\nThread: daemon -> bool\nThread: ident -> int\nEvent: is_set wait -> bool",
    "time": ": time monotonic perf_counter process_time thread_time -> float\n: time_ns monotonic_ns perf_counter_ns -> int\n: ctime strftime asctime -> str\n: localtime gmtime strptime -> time.struct_time",
    "traceback": ": format_exc -> str\n: extract_tb extract_stack -> traceback.StackSummary\n: format_exception format_tb format_stack -> list[str]",
    "urllib.parse": ": quote quote_plus unquote unquote_plus urlencode urljoin -> str\n: urlparse -> urllib.parse.ParseResult\n: urlsplit -> urllib.parse.SplitResult\n: parse_qs -> dict[str, list[str]]\n: parse_qsl -> list[tuple[str, str]]",
    "urllib.request": ": urlopen -> http.client.HTTPResponse",
    "http.client": "HTTPResponse: read -> bytes\nHTTPResponse: __enter__ -> Self\nHTTPResponse: getheader -> str\nHTTPResponse: status -> int",
    "uuid": ": uuid1 uuid3 uuid4 uuid5 -> uuid.UUID\nUUID: hex urn -> str\nUUID: int -> int\nUUID: bytes -> bytes",
    "weakref": ": ref -> weakref.ref",
    "xml.etree.ElementTree": ": parse -> xml.etree.ElementTree.ElementTree\n: fromstring XML SubElement -> xml.etree.ElementTree.Element\nElementTree: getroot find -> xml.etree.ElementTree.Element\nElement: find -> xml.etree.ElementTree.Element\nElement: findall -> list[xml.etree.ElementTree.Element]\nElement: iter __iter__ -> Iterator[xml.etree.ElementTree.Element]\nElement: findtext get text tail tag -> str\nElement: attrib -> dict[str, str]",
    "zipfile": "ZipFile: __enter__ -> Self\nZipFile: namelist -> list[str]\nZipFile: infolist -> list[zipfile.ZipInfo]\nZipFile: getinfo -> zipfile.ZipInfo\nZipFile: read -> bytes\nZipFile: open -> zipfile.ZipExtFile",
    "itertools": ": chain islice takewhile dropwhile filterfalse cycle compress -> Iterator[E]\n: count -> Iterator[int]\n: combinations permutations product combinations_with_replacement zip_longest pairwise batched -> Iterator[tuple[E, ...]]\n: repeat -> Iterator[A]\n: groupby -> Iterator[tuple[Any, Iterator[E]]]\n: accumulate -> Iterator[E]\nchain: from_iterable -> Iterator[Any]",
    "argparse": "ArgumentParser: parse_args -> argparse.Namespace\nArgumentParser: add_subparsers -> argparse._SubParsersAction\nArgumentParser: format_help format_usage -> str\n_ActionsContainer: add_argument -> argparse.Action\n_ActionsContainer: add_argument_group -> argparse._ArgumentGroup\n_ActionsContainer: add_mutually_exclusive_group -> argparse._MutuallyExclusiveGroup\n_SubParsersAction: add_parser -> argparse.ArgumentParser",
    "configparser": "RawConfigParser: sections options -> list[str]\nRawConfigParser: get -> str\nRawConfigParser: getint -> int\nRawConfigParser: getboolean -> bool\nRawConfigParser: __getitem__ -> configparser.SectionProxy\nSectionProxy: __getitem__ get -> str",
    "enum": "Enum: name -> str\nEnum: value -> Any",
    "unittest.mock": ": patch -> unittest.mock._patch",
    "ast": ": parse -> ast.Module\n: dump unparse -> str\n: walk -> Iterator[ast.AST]",
    "base64": ": b64encode b64decode urlsafe_b64encode urlsafe_b64decode -> bytes",
    "numpy": "ndarray: T real imag flat reshape ravel flatten copy astype transpose squeeze sum mean max min std var cumsum cumprod clip round take repeat dot argsort nonzero swapaxes view __getitem__ __add__ __mul__ __sub__ __truediv__ -> numpy.ndarray\nndarray: tolist -> list\nndarray: dtype -> numpy.dtype\nndarray: shape strides -> tuple[int, ...]\nndarray: ndim size nbytes itemsize argmax argmin -> int\nndarray: tobytes -> bytes\n: array asarray arange zeros ones empty full linspace logspace eye identity concatenate stack vstack hstack zeros_like ones_like empty_like full_like where sort unique cumsum diff dot matmul transpose reshape ravel squeeze clip tile repeat meshgrid loadtxt genfromtxt fromfile frombuffer fromiter atleast_1d atleast_2d random outer cross tensordot einsum argsort flip roll append delete insert -> numpy.ndarray",
}
"""By module: lines of `class: names -> annotation`; functions stand before a bare colon."""

TABLE["numpy.core.multiarray"] = TABLE["numpy._core.multiarray"] = TABLE["numpy"]
TABLE["ntpath"] = TABLE["posixpath"]
TABLE["nt"] = TABLE["posix"]
for _name in ("fromnumeric", "numeric", "shape_base", "function_base"):
    TABLE[f"numpy.core.{_name}"] = TABLE[f"numpy._core.{_name}"] = TABLE["numpy"]
TABLE["numpy.lib.function_base"] = TABLE["numpy.lib._function_base_impl"] = TABLE["numpy"]
TABLE["pathlib._local"] = TABLE["pathlib._abc"] = TABLE["pathlib"]
TABLE["io"] = TABLE["_io"]
TABLE["_pickle"] = TABLE["pickle"] = ": dumps -> bytes"
TABLE["math"] += "\n: prod -> int"

_read: dict[str, dict[str, str]] = {}


def annotation(module: str, name: str) -> str:
    """The annotation of what a function returns or an attribute is; empty when it is not in the table.

    Args:
        module: The module's name.
        name: `function` or `Class.name`.
    """
    if module not in _read:
        _read[module] = dict(_lines(TABLE.get(module, "")))
    return _read[module].get(name, "")


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.strip().splitlines():
        owner, _, rest = line.partition(":")
        names, _, annotation = rest.partition(" -> ")
        prefix = f"{owner}." if owner else ""
        found += [(prefix + name, annotation) for name in names.split()]
    return found
