"""GitLab's Code Quality: problems in the widget of a merge request."""
