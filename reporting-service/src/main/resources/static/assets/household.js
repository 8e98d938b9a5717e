// Moves along a household's dated events. Everything it shows is in the page already: no request is made.
"use strict";
(() => {
  const slider = document.getElementById("slider");
  if (!slider) return;
  const range = document.getElementById("range");
  const day = document.getElementById("day");
  const count = document.getElementById("count");
  const states = [...document.querySelectorAll(".state")];
  const events = [...document.querySelectorAll(".timeline > li")];

  const show = (at) => {
    const today = states[at].dataset.day;
    states.forEach((state, i) => (state.hidden = i !== at));
    events.forEach((event) => {
      event.hidden = event.dataset.day > today; // ISO dates compare as text
      event.classList.toggle("now", event.dataset.day === today);
    });
    day.value = today;
    count.textContent = String(at + 1);
    range.setAttribute("aria-valuetext", today);
  };
  const move = (by) => {
    range.value = String(Math.min(states.length - 1, Math.max(0, Number(range.value) + by)));
    show(Number(range.value));
  };

  range.addEventListener("input", () => show(Number(range.value)));
  document.getElementById("earlier").addEventListener("click", () => move(-1));
  document.getElementById("later").addEventListener("click", () => move(1));
  slider.hidden = false;
  range.value = slider.dataset.at;
  show(Number(slider.dataset.at));
})();
