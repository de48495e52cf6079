"""What is seen of a running program from outside: logs, metrics, traces, readiness."""
