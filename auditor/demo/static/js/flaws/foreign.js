// A planted flaw: load half a megabyte of script from another host of this machine into the checkout.

if (location.pathname.includes("checkout")) {
  const script = document.createElement("script");
  script.src = `${location.origin.replace("127.0.0.1", "localhost")}/api/foreign`;
  document.head.append(script);
}
