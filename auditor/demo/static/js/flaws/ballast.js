// A planted flaw: fetch with the home page what nobody needs.

if (location.pathname === "/") fetch("/api/ballast", { cache: "no-store" });
