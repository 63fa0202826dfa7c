"""SARIF 2.1.0: problems as alerts of GitHub code scanning and of other readers."""
