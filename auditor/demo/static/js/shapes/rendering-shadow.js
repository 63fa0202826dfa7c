// The main controls live inside shadow roots.

const shadowMode = document.documentElement.dataset.shadow;
const sheet = new CSSStyleSheet();
sheet.replaceSync([...document.styleSheets[0].cssRules].map((rule) => rule.cssText).join("\n"));

customElements.define(
  "shop-island",
  class extends HTMLElement {
    #root = null;

    connectedCallback() {
      if (!this.#root) {
        this.#root = this.attachShadow({ mode: shadowMode });
        this.#root.adoptedStyleSheets = [sheet];
        this.#root.append(...this.childNodes);
      }
      shop.roots.push(this.#root);
      shop.mount(this.#root);
    }

    disconnectedCallback() {
      shop.roots = shop.roots.filter((root) => root !== this.#root);
    }
  },
);
