// The browser builds every page from JSON: links and forms fetch, the address changes without a load.

const app = document.getElementById("app");
const plainText = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

const draw = (page) => {
  document.title = plainText(page.title);
  document.documentElement.lang = page.lang;
  document.body.className = page.classes;
  app.innerHTML = page.body;
  app.removeAttribute("aria-busy");
  shop.mount(app);
};

const go = async (address, init, step) => {
  const answer = await fetch(address, { ...init, cache: "no-store", headers: { "X-Part": "page" } });
  if (!answer.headers.get("content-type")?.includes("json")) return location.assign(answer.url);
  const landed = new URL(answer.url);
  if (step === "push") {
    history.replaceState({ top: scrollY }, "");
    history.pushState({ top: 0 }, "", landed.pathname + landed.search + new URL(address, location).hash);
  }
  draw(await answer.json());
  if (step === "back") return scrollTo(0, history.state?.top ?? 0);
  if (step !== "push") return undefined;
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
  if (document.activeElement === document.body) app.querySelector("main")?.focus({ preventScroll: true });
  return undefined;
};

// Frames have no app in them; they are pages of their own.
if (app) {
  shop.visit = (address) => go(address, {}, "push");

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.button) return;
    if (link.target || "hard" in link.dataset || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    shop.visit(link.href);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") === "dialog" || form.target) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const address = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action;
    if (form.method === "get") go(`${address.split("?")[0]}?${body}`, {}, "push");
    else go(address, { method: "POST", body }, "push");
  });

  addEventListener("popstate", () => go(location.href, {}, "back"));
  go(location.href, {}, "first");
}
