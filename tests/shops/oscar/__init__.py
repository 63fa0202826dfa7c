"""django-oscar, a server-rendered shop on SQLite."""
