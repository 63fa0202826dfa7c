"""JUnit XML: the checks as test cases, for every pipeline that shows test results."""
