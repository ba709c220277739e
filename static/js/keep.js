/*
 * Keeps the words of each form that is sent with POST, for this user and this tab, until they arrived: autosave.js does
 * that for the fields that save themselves. They come back after a page without a user (logged out, or something failed),
 * with a line that says so, as often as the page is opened until they were sent; and once after a form with
 * data-keeps-words (another language). Never kept: passwords, codes,
 * a citizen number, files and hidden fields; but the mark of what the words were written beside comes along, so that
 * they don't pass for written after what somebody else changed meanwhile.
 */
(function () {
  "use strict";

  var PREFIX = "keep:";
  var TYPED = ["text", "email", "tel", "url", "number", "date", "time", "radio", "checkbox", "textarea", "select-one", "select-multiple"];
  var MARK = /gezien$/;
  var SECRET = /bsn|v_number|password|^code$/i;
  var user = document.body.dataset.user || "";

  function isSecret(control) {
    return SECRET.test(control.name) || /^\d{8,9}$/.test(control.value.replace(/[\s.-]/g, ""));
  }

  function isTyped(control) {
    return TYPED.indexOf(control.type) !== -1 && !isSecret(control);
  }

  function controlsOf(form) {
    return Array.from(form.elements).filter(function (control) {
      return control.name && !control.disabled && !control.closest("[data-autosave-url]")
        && (isTyped(control) || (control.type === "hidden" && MARK.test(control.name)));
    });
  }

  function isKept(form) {
    return form.method === "post" && form.getAttribute("role") !== "search" && controlsOf(form).some(isTyped);
  }

  // Forms to one address differ in the name of their first field on the page.
  function keyOf(form) {
    var first = controlsOf(form).find(isTyped);
    return PREFIX + user + ":" + new URL(form.getAttribute("action") || "", location.href).pathname + "#" + (first.id || first.name);
  }

  function valuesOf(form) {
    var pairs = [];
    controlsOf(form).forEach(function (control) {
      if (control.type === "checkbox" || control.type === "radio") {
        if (control.checked) pairs.push([control.name, control.value]);
      } else if (control.type === "select-multiple") {
        Array.from(control.selectedOptions).forEach(function (option) { pairs.push([control.name, option.value]); });
      } else {
        pairs.push([control.name, control.value]);
      }
    });
    return pairs;
  }

  function giveBack(form, pairs) {
    controlsOf(form).forEach(function (control) {
      var values = pairs.filter(function (pair) { return pair[0] === control.name; }).map(function (pair) { return pair[1]; });
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = values.indexOf(control.value) !== -1;
      } else if (control.type === "select-multiple") {
        Array.from(control.options).forEach(function (option) { option.selected = values.indexOf(option.value) !== -1; });
      } else if (values.length) {
        control.value = values[0];
      }
    });
    for (var box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function store(key, entry) {
    try { sessionStorage.setItem(key, JSON.stringify(entry)); } catch (error) { /* full or forbidden */ }
  }

  function told(key) {
    try { return JSON.parse(sessionStorage.getItem(key) || "{}").back === "told" ? "told" : undefined; } catch (error) { return undefined; }
  }

  function eachEntry(act) {
    try {
      Object.keys(sessionStorage).forEach(function (key) {
        if (key.indexOf(PREFIX) === 0) act(key, JSON.parse(sessionStorage.getItem(key)));
      });
    } catch (error) { /* forbidden */ }
  }

  // --- What this page says of what was kept before.
  function comeBack() {
    var forms = new Map();
    document.querySelectorAll("form").forEach(function (form) { if (isKept(form)) forms.set(keyOf(form), form); });
    var refused = document.getElementById("fouten");
    var note = null;
    eachEntry(function (key, entry) {
      var form = forms.get(key);
      var isMine = key.indexOf(PREFIX + user + ":") === 0;
      if (isMine && form && entry.back) {
        giveBack(form, entry.values);
        if (entry.back === "told" && !note) {
          note = document.querySelector("[data-kept-note]").content.firstElementChild.cloneNode(true);
          form.before(note);
        }
        store(key, { values: entry.values, back: told(key) });
      } else if (isMine && form && entry.sent && refused) {
        store(key, { values: entry.values });
      } else if (!isMine || !entry.back) {
        sessionStorage.removeItem(key);
      }
    });
    if (note && !refused) {
      note.tabIndex = -1;
      note.focus();
    }
  }

  if (user) {
    comeBack();
  } else {
    eachEntry(function (key, entry) {
      store(key, { values: entry.values, back: "told" });
      document.querySelectorAll("[data-words-kept]").forEach(function (line) { line.hidden = false; });
    });
  }

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (user && form && isKept(form)) store(keyOf(form), { values: valuesOf(form), back: told(keyOf(form)) });
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if ((form.getAttribute("action") || "").indexOf("/account/logout/") !== -1) {
      try { sessionStorage.clear(); } catch (error) { /* forbidden */ }
    } else if (form.hasAttribute("data-keeps-words")) {
      eachEntry(function (key, entry) { store(key, { values: entry.values, back: entry.back || "quiet" }); });
    } else if (user && isKept(form)) {
      store(keyOf(form), { values: valuesOf(form), sent: true });
    }
  });
})();
