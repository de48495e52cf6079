"""The one database: PostgreSQL, embedded or any server, behind named queries. A tenant comes first in every call."""
