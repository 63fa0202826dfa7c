// A planted flaw: a deadline that begins anew for each visitor.

if (location.pathname === "/") {
  const clock = document.createElement("p");
  clock.className = "wrap countdown";
  const end = Date.now() + 7_200_000;
  const show = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    clock.textContent = `Sale ends in ${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  };
  show();
  setInterval(show, 1000);
  document.querySelector("main").append(clock);
}
