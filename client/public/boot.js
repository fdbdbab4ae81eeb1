/** Before anything is painted: takes the chosen theme, and hides the first slide when the address names another. */
(() => {
  const page = document.documentElement;
  try {
    const theme = localStorage.getItem("shelldeck.theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch {
    // Storage can be forbidden; the system's theme is then used.
  }
  if (!["", "#", "#1"].includes(location.hash)) page.dataset.address = "later";
})();
