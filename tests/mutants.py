"""Change the engine in every small way there is, one at a time, and see whether a test notices: a plugin of pytest.

The tests run once, to learn how long each takes and which functions it calls. Then each change is tried in a process of
its own, which runs the tests that call the changed function, the quickest first, until one fails. Changes that no test
can notice stand in `mutants.toml`, each with its reason; any other that no test notices is reported.
"""

import ast
import copy
import os
import resource
import signal
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, settings

LISTED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
OTHERS: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
"""What can stand in the place of each operator."""
MEMORY = 2**32
"""Bytes that the tests may take up with a change; one that goes on without end is noticed."""
BUILT_IN = {"min": "max", "max": "min", "any": "all", "all": "any"}
SILENT = {"annotation", "decorator_list", "returns"}
"""Fields of functions and variables that change nothing while the function runs."""


def variants(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  # one case for each kind of change
    """What can stand in the place of a node."""
    match node:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                yield from (changed(node, ops=[*ops[:n], other(), *ops[n + 1 :]]) for other in OTHERS[type(op)])
        case ast.BoolOp(op=op, values=values):
            yield changed(node, op=OTHERS[type(op)][0]())
            for rest in ([*values[:n], *values[n + 1 :]] for n in range(len(values))):
                yield rest[0] if len(rest) == 1 else changed(node, values=rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(op=op) | ast.AugAssign(op=op):
            yield from (changed(node, op=other()) for other in OTHERS.get(type(op), ()))
        case ast.Constant(value=bool(value)):
            yield changed(node, value=not value)
        case ast.Constant(value=int(value)):
            yield from (changed(node, value=value + 1), changed(node, value=value - 1))
        case ast.Constant(value=str(value)):
            yield changed(node, value=f"{value}?")
        case ast.Return(value=ast.expr()) if ast.unparse(node) != "return None":
            yield changed(node, value=ast.Constant(None))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.If() | ast.While():
            yield from (changed(node, test=ast.Constant(value)) for value in (False, True))
        case ast.match_case(guard=guard):
            yield changed(node, guard=ast.Constant(value=False))
            yield from [changed(node, guard=None)] * bool(guard)
        case ast.comprehension(ifs=ifs):
            yield from (changed(node, ifs=[*ifs[:n], *ifs[n + 1 :]]) for n in range(len(ifs)))
        case ast.Call(func=ast.Name(id=name)) if name in BUILT_IN:
            yield changed(node, func=ast.Name(BUILT_IN[name], ast.Load()))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Expr(value=value) if not isinstance(value, ast.Constant):
            yield ast.Pass()


def changed(node: ast.AST, **fields: object) -> Any:
    """A copy of a node with other fields."""
    found = copy.copy(node)
    for field, value in fields.items():
        setattr(found, field, value)
    return found


def changes(node: ast.AST) -> Iterator[str]:
    """Make each change of what a node holds in turn, say what it is, and take it back."""
    for field, value in ast.iter_fields(node):
        if field in SILENT or (isinstance(node, ast.Expr) and isinstance(value, ast.Constant)):
            continue
        children = value if isinstance(value, list) else [value]
        for n, child in enumerate(children):
            if not isinstance(child, ast.AST) or isinstance(child, ast.arguments) or _is_guard(child):
                continue
            for other in variants(child):
                before = shown(node, child)
                put(node, field, n, ast.copy_location(other, child))
                yield f"{before}  →  {shown(node, other)}"
                put(node, field, n, child)
            yield from changes(child)


def _is_guard(node: ast.AST) -> bool:
    """Whether it is the `strict` of a `zip`, which guards against mistakes that the program does not make."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def put(node: ast.AST, field: str, n: int, child: ast.AST) -> None:
    """Put a node in the place of the n-th of a field."""
    if isinstance(getattr(node, field), list):
        getattr(node, field)[n] = child
    else:
        setattr(node, field, child)


def shown(parent: ast.AST, node: ast.AST) -> str:
    """A node on one line, with the expression around it where there is one; of what has a body, its head."""
    whole = parent if isinstance(parent, ast.expr | ast.comprehension | ast.keyword) else node
    if isinstance(whole, ast.match_case):
        return f"case {ast.unparse(whole.pattern)} if {ast.unparse(whole.guard) if whole.guard else True}"
    if isinstance(whole, ast.If | ast.While):
        return f"{type(whole).__name__.lower()} {ast.unparse(whole.test)}"
    return " ".join(ast.unparse(whole).split())


class Mutant(NamedTuple):
    """One change of a function, and the code that the function then has."""

    module: str
    function: str
    change: str
    code: CodeType


def mutants(module: str) -> Iterator[Mutant]:
    """Every change of every function of a module."""
    tree = parsed(module)
    for name, function in functions(tree):
        for change in changes(function):
            yield Mutant(module, name, change, compiled(tree, module)[name])


def parsed(module: str) -> ast.Module:
    """The source of a module."""
    return ast.parse(Path(import_module(module).__file__ or "").read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module and of its classes, by their names."""
    scopes: list[ast.Module | ast.ClassDef] = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    for scope in scopes:
        prefix = f"{scope.name}." if isinstance(scope, ast.ClassDef) else ""
        yield from ((f"{prefix}{node.name}", node) for node in scope.body if isinstance(node, ast.FunctionDef))


def compiled(tree: ast.Module, module: str) -> dict[str, CodeType]:
    """The code of the functions of a module and of its classes, by their names."""
    code = compile(ast.fix_missing_locations(tree), import_module(module).__file__ or "", "exec")
    return {inner.co_qualname: inner for inner in codes(code)}


def codes(code: CodeType) -> Iterator[CodeType]:
    """The code of the functions of a module and of its classes."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from codes(inner)


def live(module: str, name: str) -> FunctionType:
    """The function that runs under a name, from below what wraps it."""
    found: Any = import_module(module)
    for part in name.split("."):
        found = vars(found)[part]
    for wrapper in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, wrapper, found)
    assert isinstance(found, FunctionType)
    return found


def clear(module: str) -> None:
    """Let the functions of a module forget what they found."""
    for kept in vars(import_module(module)).values():
        getattr(kept, "cache_clear", bool)()


class Calls:
    """Which tests call each function of some modules, and how long they take."""

    def __init__(self, modules: list[str]) -> None:
        self.tests = defaultdict[tuple[str, str], dict[pytest.Item, float]](dict)
        self._modules = modules
        self._called: set[tuple[str, str]] = set()
        self._own: dict[FunctionType, CodeType] = {}
        for module in modules:
            vars(import_module(module))["__called__"] = self._called
            tree = parsed(module)
            for name, function in functions(tree):
                function.body[:0] = ast.parse(f"__called__.add({(module, name)})").body
            code = compiled(tree, module)
            for name, _ in functions(tree):
                watched = live(module, name)
                self._own[watched], watched.__code__ = watched.__code__, code[name]

    def learn(self, item: pytest.Item) -> None:
        """Run a test."""
        self._called.clear()
        for module in self._modules:
            clear(module)
        begin = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        for name in self._called:
            self.tests[name][item] = time.process_time() - begin

    def forget(self) -> None:
        """Give the functions their own code back."""
        for watched, code in self._own.items():
            watched.__code__ = code


def notice(mutant: Mutant, tests: dict[pytest.Item, float], session: pytest.Session) -> None:
    """Run the tests on a changed function in a process that ends with 1 once one fails, or is killed if one is long."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    session.config.pluginmanager.unregister(name="terminalreporter")
    live(mutant.module, mutant.function).__code__ = mutant.code
    for item in sorted(tests, key=lambda item: tests[item]):
        clear(mutant.module)
        signal.setitimer(signal.ITIMER_VIRTUAL, 2 + 5 * tests[item])
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            os._exit(1)
    os._exit(0)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let single modules be chosen, and what is listed be left out."""
    parser.addoption("--module", action="append", help="change only this module; can be given several times")
    parser.addoption("--unlisted", action="store_true", help="leave out the changes that are listed")


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Try the same examples each time, and shrink none."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=phases)
    settings.load_profile("mutants")


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests once, then on each change; what no test notices fails the run, as does what is listed in vain."""
    chosen = session.config.getoption("module") or LISTED["modules"]
    calls = Calls(chosen)
    for item in session.items:
        calls.learn(item)
    calls.forget()
    if session.testsfailed:
        return True
    listed = Counter((e["module"], e["function"], e["change"]) for e in LISTED["equivalent"] if e["module"] in chosen)
    left_out = listed if session.config.getoption("unlisted") else Counter[tuple[str, ...]]()
    wanted = (mutant for module in chosen for mutant in mutants(module) if mutant[:3] not in left_out)
    writer = session.config.get_terminal_writer()
    many, found = 0, Counter[tuple[str, ...]]()
    for mutant, noticed in tried(wanted, calls, session):
        many += 1
        if not noticed:
            found[mutant[:3]] += 1
            writer.line(f"\n{' | '.join(mutant[:3])}")
    report = [f"unnoticed: {' | '.join(key)}" for key in (found - listed).elements()]
    report += [f"listed, but noticed: {' | '.join(key)}" for key in (listed - found - left_out).elements()]
    report.append(f"{many} mutants, {many - found.total()} noticed, {(found & listed).total()} listed as equivalent")
    writer.write("\n" + "\n".join(report) + "\n")
    session.testsfailed = len(report) - 1
    return True


def tried(wanted: Iterator[Mutant], calls: Calls, session: pytest.Session) -> Iterator[tuple[Mutant, bool]]:
    """Each change, with whether a test noticed it."""
    running: dict[int, Mutant] = {}

    def ended() -> tuple[Mutant, bool]:
        pid, status = os.wait()
        return running.pop(pid), status != 0

    for mutant in wanted:
        if len(running) == (os.cpu_count() or 1):
            yield ended()
        pid = os.fork()
        if not pid:
            notice(mutant, calls.tests[mutant.module, mutant.function], session)
        running[pid] = mutant
    while running:
        yield ended()
