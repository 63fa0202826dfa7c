// A planted flaw: keep the browser busy for most of a second when something is pressed or typed, a few times per page.

let left = 4;
const work = () => {
  if (left-- <= 0) return;
  const until = performance.now() + 700;
  while (performance.now() < until);
};
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, work, true);
