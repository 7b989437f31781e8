// A button beside each citation, which copies it with its italics.
(function () {
  "use strict";

  async function copy(box) {
    const text = box.innerText.trim();
    try {
      const html = new Blob([box.innerHTML], { type: "text/html" });
      const plain = new Blob([text], { type: "text/plain" });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
    } catch (error) {
      await navigator.clipboard.writeText(text);
    }
  }

  function add(box) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "za-copy-button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async function () {
      try {
        await copy(box);
        button.textContent = "Copied";
      } catch (error) {
        button.textContent = "Not copied";
      }
      setTimeout(function () { button.textContent = "Copy"; }, 2000);
    });
    box.after(button);
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".za-copy").forEach(add);
  });
})();
