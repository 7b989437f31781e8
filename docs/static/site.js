// The captions of the lists of pages are headings, of which Sphinx leaves the level out.
document.addEventListener("DOMContentLoaded", function () {
  document.querySelectorAll('p.caption[role="heading"]:not([aria-level])').forEach(function (caption) {
    caption.setAttribute("aria-level", "2");
  });
});
