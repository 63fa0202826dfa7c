// A planted flaw: push the home page down when it is already being read.

if (location.pathname === "/") {
  addEventListener("load", () => {
    const late = document.createElement("div");
    late.style.height = "480px";
    document.querySelector("main").prepend(late);
  });
}
