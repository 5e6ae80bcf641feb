// Runs before the page is shown: the colours that the reader has chosen, and the mark that scripts run.
"use strict";

(() => {
  const root = document.documentElement;
  root.dataset.scripts = "on";
  try {
    const theme = localStorage.getItem("book-theme");
    if (theme === "light" || theme === "dark")
      root.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
