"""One trace follows a meeting through all rooms: from a notice at the door to the card in the chat.

Off until `traced` or `trace_with`: everything here then costs one comparison. The tracer is our own and never OpenTelemetry's
global one, because the vendors' libraries would write addresses with people's ids into theirs. A span's name and what stands
on it are fixed words and numbers; where it came from travels in the payload of the wakes that are stored meanwhile (W3C
Trace Context, https://www.w3.org/TR/trace-context/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Final

from sidecar.errors import Misconfigured

CARRIED_AS: Final = "trace"
"""The key of a wake's payload."""
_NOTHING: Final[Mapping[str, str]] = {}
_NO_SPAN: Final[AbstractContextManager[None]] = nullcontext()
_tracer: Any = None


@contextmanager
def traced(url: str) -> Iterator[None]:
    """Send traces there by OTLP over HTTP while this is open; nowhere, and none are made, where `url` is empty.

    Raises Misconfigured where the extra is not installed.
    """
    if not url:
        yield
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        mend = "install the program with its extra “telemetry”, or empty the setting"
        raise Misconfigured([f"COMPANION_TRACES_URL is set and OpenTelemetry's exporter is not installed: {mend}."]) from None
    provider = trace_with(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=5)))
    try:
        yield
    finally:
        switch_off(provider)


def trace_with(processor: Any) -> Any:
    """Give every span to this processor of OpenTelemetry's SDK from now on; what this gives is for `switch_off`."""
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider

    global _tracer  # noqa: PLW0603  # a process traces or it does not, as it logs or does not
    provider = TracerProvider(resource=Resource({"service.name": "client-companion"}), shutdown_on_exit=False)
    provider.add_span_processor(processor)
    _tracer = provider.get_tracer("sidecar")
    return provider


def switch_off(provider: Any) -> None:
    """Send what is left, within five seconds, and trace no more."""
    global _tracer  # noqa: PLW0603  # as above
    _tracer = None
    provider.force_flush(5000)
    provider.shutdown()


def span(name: str, **facts: str | int) -> AbstractContextManager[None]:
    """Something that takes time, within what is going on. `facts` are static words and counts, never anything of somebody's."""
    return _NO_SPAN if _tracer is None else _span(name, facts, None)


def continued(carried: str, name: str, **facts: str | int) -> AbstractContextManager[None]:
    """As `span`, within the trace that was carried here; the first of a new one where `carried` is empty."""
    return _NO_SPAN if _tracer is None else _span(name, facts, carried)


@contextmanager
def _span(name: str, facts: Mapping[str, str | int], carried: str | None) -> Iterator[None]:
    from opentelemetry.context import Context
    from opentelemetry.trace import Status, StatusCode
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    within = None
    if carried is not None:
        within = TraceContextTextMapPropagator().extract({"traceparent": carried}, Context())
    with _tracer.start_as_current_span(
        name, within, attributes=dict(facts), record_exception=False, set_status_on_exception=False
    ) as made:
        try:
            yield
        except Exception as error:
            made.set_status(Status(StatusCode.ERROR, type(error).__name__))  # its text may quote what came in
            raise


def carried() -> Mapping[str, str]:
    """What a wake's payload takes along; nothing while nothing is traced."""
    if _tracer is None:
        return _NOTHING
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    found: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(found)
    return {CARRIED_AS: found["traceparent"]} if "traceparent" in found else _NOTHING


def current() -> str:
    """The id of the trace that is going on, in hexadecimal; empty where there is none."""
    if _tracer is None:
        return ""
    from opentelemetry import trace

    context = trace.get_current_span().get_span_context()
    return format(context.trace_id, "032x") if context.is_valid else ""
