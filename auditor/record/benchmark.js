// How fast this machine runs script: after Lighthouse's BenchmarkIndex (core/lib/page-functions.js, Apache-2.0), so that the figures
// can be compared. Half is strings, which the garbage collector has to clear away, half is copying numbers.
(milliseconds) => {
  const perSecond = (work) => {
    const start = performance.now();
    let times = 0;
    while (times % 10 !== 0 || performance.now() - start < milliseconds) work(times++);
    return (times / (performance.now() - start)) * 1000;
  };
  const strings = perSecond(() => {
    let text = "";
    for (let at = 0; at < 10000; at++) text += "a";
    if (text.length === 1) throw new Error("keeps the compiler from leaving the loop out");
  });
  const [one, other] = [0, 1].map(() => Array.from({ length: 100000 }, (_, at) => at));
  const copies = perSecond((times) => {
    const [source, target] = times % 2 === 0 ? [one, other] : [other, one];
    for (let at = 0; at < source.length; at++) target[at] = source[at];
  });
  return (strings + copies) / 20;
}
