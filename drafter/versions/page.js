"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const changes = [...document.querySelectorAll(".change")];
  const folds = [...document.querySelectorAll("main details")];
  const keys = document.getElementById("keys");
  const status = document.getElementById("status");
  let at = -1;

  function go(step) {
    const next = at + step;
    if (next >= 0 && next < changes.length) {
      changes[next].focus({ preventScroll: true });
      changes[next].scrollIntoView({ block: "start" });
    }
  }

  function unfold() {
    const open = folds.some((fold) => !fold.open);
    folds.forEach((fold) => { fold.open = open; });
    if (at >= 0) changes[at].scrollIntoView({ block: "start" });
  }

  function help() {
    keys.open = !keys.open;
    if (keys.open) {
      keys.querySelector("summary").focus();
      keys.scrollIntoView({ block: "center" });
    }
  }

  const bound = {
    n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1), u: unfold, "?": help,
  };

  document.addEventListener("focusin", (event) => {
    const found = changes.indexOf(event.target.closest(".change"));
    if (found < 0) return;
    at = found;
    status.hidden = false;
    status.textContent = `Change ${at + 1} of ${changes.length}`;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in bound)) return;
    event.preventDefault();
    bound[event.key]();
  });
  keys.hidden = false;
});
