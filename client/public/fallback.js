// Written for browsers of any age: shows the sentence of index.html where the pages cannot run.
(function () {
  var RENDERED_AFTER_LOAD_MS = 3000;
  var root = document.getElementById("root");

  function mark(name) {
    document.documentElement.classList.add(name);
  }

  // As long as nothing stands there: a page that comes after all takes the place of the sentence.
  function late() {
    if (!root.firstChild) mark("late");
  }

  // All of them are in the browsers that the build is made for, and one or another is missing in older ones.
  function canRun() {
    try {
      return (
        "noModule" in document.createElement("script") &&
        typeof Array.prototype.findLast === "function" &&
        typeof Object.hasOwn === "function" &&
        typeof structuredClone === "function" &&
        CSS.supports("container-type", "inline-size")
      );
    } catch (_error) {
      return false;
    }
  }

  if (!canRun()) mark("unsupported");
  else {
    window.addEventListener("error", late);
    window.addEventListener("load", function () {
      setTimeout(late, RENDERED_AFTER_LOAD_MS);
    });
  }
})();
