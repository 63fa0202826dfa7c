"""The built-in checks, one per file; they import `auditor.api` only and are found through entry points like anyone's."""
