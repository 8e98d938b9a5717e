// A page is there before anything is counted: how much there is of each comes after, by the page's own link.
"use strict";
(() => {
  const link = document.getElementById("count");
  if (!link) return;
  link.setAttribute("aria-busy", "true");
  const tell = (text) => {
    const counted = new DOMParser().parseFromString(text, "text/html");
    for (const tab of document.querySelectorAll("[data-of]")) {
      const same = counted.querySelector(`[data-of="${tab.dataset.of}"]`);
      if (same) {
        tab.querySelector("small").textContent = same.querySelector("small").textContent;
        tab.title = same.title;
      } else if (tab.classList.contains("on")) {
        tab.querySelector("small").textContent = "0";
      } else {
        tab.hidden = true; // nothing was found by this rule
      }
    }
    link.hidden = true;
  };
  fetch(link.href)
    .then((answer) => (answer.ok ? answer.text().then(tell) : undefined))
    .catch(() => {}) // the link is still there
    .finally(() => link.removeAttribute("aria-busy"));
})();
