"""The built-in checks, one per file; they import `auditor.api` only and register like anyone's."""
