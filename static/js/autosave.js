/*
 * Saves each field by itself: <div data-autosave-url="URL"> around one control and an element [data-autosave-state].
 * 800 ms after the last key, and at once on a change or on leaving the field, it posts `name=value` (all checked
 * values of a group), `autosave_field=name` and what data-autosave-extra (JSON) holds.
 * Answer 2xx: saved. 400 or 422: refused, its text is shown. 409: refused too, and the server keeps what was typed,
 * so that it isn't put back here over a colleague's text; the event autosave:conflict says so. Anything else: kept for this tab and tried again.
 */
(function () {
  "use strict";

  var PAUSE = 800;
  // Arrow keys choose each radio button that they pass: what somebody walks past isn't an answer yet.
  var WALKING = 4000;
  var LONGEST_WAIT = 60000;
  var user = document.body.dataset.user || "";
  var prefix = "autosave:" + user + ":";
  var fields = new Map();

  function namedControls(box) {
    return Array.from(box.querySelectorAll("input[name], select[name], textarea[name]")).filter(function (control) {
      return control.type !== "file" && control.type !== "hidden" && !control.disabled;
    });
  }

  function readValues(box) {
    var pairs = [];
    namedControls(box).forEach(function (control) {
      if (control.type === "checkbox" || control.type === "radio") {
        if (control.checked) pairs.push([control.name, control.value]);
      } else if (control.tagName === "SELECT" && control.multiple) {
        Array.from(control.selectedOptions).forEach(function (option) { pairs.push([control.name, option.value]); });
      } else {
        pairs.push([control.name, control.value]);
      }
    });
    return pairs;
  }

  function writeValues(box, pairs) {
    namedControls(box).forEach(function (control) {
      var values = pairs.filter(function (pair) { return pair[0] === control.name; }).map(function (pair) { return pair[1]; });
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = values.indexOf(control.value) !== -1;
      } else if (control.tagName === "SELECT" && control.multiple) {
        Array.from(control.options).forEach(function (option) { option.selected = values.indexOf(option.value) !== -1; });
      } else if (values.length) {
        control.value = values[0];
      }
    });
  }

  function keep(field) {
    // With what was on the screen when it was typed: after a reload that may be a colleague's text.
    var kept = { values: readValues(field.box), extra: field.box.dataset.autosaveExtra || "" };
    try { sessionStorage.setItem(field.key, JSON.stringify(kept)); } catch (error) { /* full or forbidden */ }
  }

  function forget(field) {
    try { sessionStorage.removeItem(field.key); } catch (error) { /* forbidden */ }
  }

  function show(field, state, text) {
    if (!field.state) return;
    field.state.dataset.state = state;
    field.state.textContent = text;
  }

  function clock() {
    var now = new Date();
    return String(now.getHours()).padStart(2, "0") + ":" + String(now.getMinutes()).padStart(2, "0");
  }

  function body(field) {
    var data = new URLSearchParams(readValues(field.box));
    data.set("autosave_field", field.name);
    data.set("csrfmiddlewaretoken", document.body.dataset.csrf || "");
    if (field.box.dataset.autosaveExtra) {
      var extra = JSON.parse(field.box.dataset.autosaveExtra);
      Object.keys(extra).forEach(function (name) { data.set(name, extra[name]); });
    }
    return data;
  }

  function later(field, wait) {
    clearTimeout(field.timer);
    field.timer = setTimeout(function () { save(field); }, wait);
  }

  function save(field, leaving) {
    clearTimeout(field.timer);
    if (!field.dirty || (field.busy && !leaving)) return;
    field.busy = true;
    field.dirty = false;
    show(field, "saving", "Opslaan…");
    fetch(field.box.dataset.autosaveUrl, {
      method: "POST",
      body: body(field),
      headers: { "X-CSRFToken": document.body.dataset.csrf || "", "X-Autosave": "1" },
      redirect: "manual",
      keepalive: Boolean(leaving),
    }).then(function (response) {
      if (response.ok) { learn(field, response.headers.get("X-Autosave-Extra")); return saved(field); }
      if (response.status === 409) conflict(field);
      if (response.status === 400 || response.status === 409 || response.status === 422) return response.text().then(function (text) { refused(field, text); });
      if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return stopped(field);
      return failed(field);
    }, function () { failed(field); });
  }

  /* What the server knows of the field from now on goes along with the next words, and with the form as a whole. */
  function learn(field, told) {
    if (!told) return;
    var news = JSON.parse(told);
    var extra = JSON.parse(field.box.dataset.autosaveExtra || "{}");
    Object.keys(news).forEach(function (name) {
      if (name in extra) extra[name] = news[name];
      var hidden = field.box.querySelector('input[type="hidden"][name="' + name + '"]');
      if (hidden) hidden.value = news[name];
    });
    field.box.dataset.autosaveExtra = JSON.stringify(extra);
  }

  function saved(field) {
    field.busy = false;
    field.wait = 1000;
    if (field.dirty) return save(field);
    forget(field);
    show(field, "saved", "Opgeslagen om " + clock());
    field.box.dispatchEvent(new CustomEvent("autosave:saved", { bubbles: true, detail: { name: field.name } }));
  }

  function conflict(field) {
    forget(field);
    field.box.dispatchEvent(new CustomEvent("autosave:conflict", { bubbles: true, detail: { name: field.name } }));
  }

  function refused(field, text) {
    field.busy = false;
    if (field.dirty) return save(field);
    var short = text && text.length < 300 && text.indexOf("<") === -1 ? text : "Kijk het antwoord na.";
    show(field, "refused", "Niet opgeslagen. " + short);
  }

  function stopped(field) {
    field.busy = false;
    field.dirty = true;
    keep(field);
    show(field, "refused", "Niet opgeslagen: u bent uitgelogd, of u mag dit niet wijzigen. Log opnieuw in. Wat u typte, komt dan terug.");
  }

  function failed(field) {
    field.busy = false;
    field.dirty = true;
    keep(field);
    show(field, "waiting", "Niet opgeslagen, we proberen het opnieuw.");
    later(field, field.wait);
    field.wait = Math.min(field.wait * 2, LONGEST_WAIT);
  }

  function changed(field, wait) {
    field.dirty = true;
    keep(field);
    if (wait) later(field, wait); else save(field);
  }

  function start(box) {
    var control = namedControls(box)[0];
    if (!control || fields.has(box)) return;
    var field = {
      box: box,
      name: control.name,
      key: prefix + box.dataset.autosaveUrl + ":" + control.name,
      state: box.querySelector("[data-autosave-state]"),
      dirty: false,
      busy: false,
      timer: 0,
      wait: 1000,
    };
    fields.set(box, field);
    var kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(field.key)); } catch (error) { kept = null; }
    if (kept) {
      writeValues(box, kept.values);
      if (kept.extra) box.dataset.autosaveExtra = kept.extra;
      changed(field);
    }
  }

  function fieldOf(target) {
    return target instanceof Element ? fields.get(target.closest("[data-autosave-url]")) : undefined;
  }

  function eachUnsaved(act) {
    fields.forEach(function (field, box) {
      if (!box.isConnected) fields.delete(box);
      else if (field.dirty || field.busy) act(field);
    });
  }

  function startAll(root) {
    if (root.matches && root.matches("[data-autosave-url]")) start(root);
    root.querySelectorAll("[data-autosave-url]").forEach(start);
  }

  // What somebody else typed in this tab is not for the one who is logged in now.
  try {
    Object.keys(sessionStorage).forEach(function (key) {
      if (key.indexOf("autosave:") === 0 && key.indexOf(prefix) !== 0) sessionStorage.removeItem(key);
    });
  } catch (error) { /* forbidden */ }

  startAll(document);
  document.addEventListener("htmx:load", function (event) { startAll(event.target); });
  document.addEventListener("input", function (event) {
    var field = fieldOf(event.target);
    if (field) changed(field, PAUSE);
  });
  document.addEventListener("change", function (event) {
    var field = fieldOf(event.target);
    var walks = event.target.type === "radio" && event.target.matches(":focus-visible");
    if (field) changed(field, walks ? WALKING : 0);
  });
  document.addEventListener("focusout", function (event) {
    var field = fieldOf(event.target);
    var walks = event.target.type === "radio" && event.relatedTarget && event.relatedTarget.name === event.target.name;
    if (field && !walks) save(field);
  });
  window.addEventListener("online", function () { eachUnsaved(function (field) { save(field); }); });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") eachUnsaved(function (field) { save(field, true); });
  });
  window.addEventListener("beforeunload", function (event) {
    var unsaved = false;
    eachUnsaved(function () { unsaved = true; });
    if (unsaved) event.preventDefault();
  });
  document.addEventListener("submit", function (event) {
    // A form that is sent carries its fields itself: no warning, and nothing to put back afterwards.
    fields.forEach(function (field, box) {
      if (event.target.contains(box)) {
        clearTimeout(field.timer);
        field.dirty = false;
        field.busy = false;
        forget(field);
      }
    });
  });
})();
