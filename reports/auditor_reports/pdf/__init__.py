"""The pdf report: the html report on paper."""
