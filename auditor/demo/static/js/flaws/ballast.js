// A planted flaw: after the home page has loaded, fetch what nobody needs.

if (location.pathname === "/") addEventListener("load", () => fetch("/api/ballast", { cache: "no-store" }));
