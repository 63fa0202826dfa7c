// A planted flaw: mark the visitor before anyone was asked. Nothing is sent anywhere.

document.cookie = `_ga=GA1.1.${Math.floor(Math.random() * 1e9)}.1790000000; path=/; max-age=63072000`;
document.cookie = `_fbp=fb.1.1790000000000.${Math.floor(Math.random() * 1e9)}; path=/; max-age=7776000`;
