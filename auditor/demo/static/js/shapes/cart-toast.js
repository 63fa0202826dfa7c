// What was added is told in a corner, and goes away again.

shop.on("[data-fade]", (toast) => setTimeout(() => toast.remove(), 6000));
