// A planted flaw: ask the shop on every page for something that it breaks down over.

fetch("/api/broken", { cache: "no-store" });
