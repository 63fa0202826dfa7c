"""`auditor completion`: the script that lets a shell complete commands, options and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_WHERE = {
    "bash": 'eval "$(auditor completion bash)"  # in ~/.bashrc',
    "zsh": 'eval "$(auditor completion zsh)"  # in ~/.zshrc',
    "fish": "auditor completion fish > ~/.config/fish/completions/auditor.fish",
}


@click.command("completion", epilog=f"\b\n{chr(10).join(_WHERE.values())}")
@click.argument("shell", type=click.Choice(list(_WHERE)))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script that makes SHELL complete commands, options, checks, categories, stages, formats and devices."""
    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click knows all three
        raise click.UsageError(f"There is no completion for {shell}.")
    script = kind(context.find_root().command, {}, "auditor", "_AUDITOR_COMPLETE")
    click.echo(script.source_template % script.source_vars())
    return 0
