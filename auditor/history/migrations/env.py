"""Alembic runs this file; connection and transaction are those of `auditor.history.layout`."""

from __future__ import annotations

from alembic import context

from auditor.history.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
