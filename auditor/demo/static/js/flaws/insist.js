// A planted flaw: mark the visitor on every page but the first, whatever was answered there. Nothing is sent anywhere.

if (location.pathname !== "/") document.cookie = `_fbp=fb.1.1790000000000.${Math.floor(Math.random() * 1e9)}; path=/; max-age=7776000`;
