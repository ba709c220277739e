/* What each page has: confirm dialogs, the time-out warning, table filters, focus on the error summary. All optional. */
(function () {
  "use strict";

  // --- Confirm: the link leads to a page that asks the same, so this only saves a step.
  document.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    var open = target.closest("[data-confirm-open]");
    if (open) {
      var dialog = open.closest("[data-confirm]").querySelector("dialog");
      if (dialog && dialog.showModal) {
        event.preventDefault();
        dialog.showModal();
      }
    }
    if (target.closest("[data-dialog-close]")) target.closest("dialog").close();
    if (target.closest("[data-print]")) window.print();
    document.querySelectorAll("details.user-menu[open]").forEach(function (menu) {
      if (!menu.contains(target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.user-menu[open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.addEventListener("focusin", function (event) {
    document.querySelectorAll("details.user-menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });


  // --- The error summary gets the focus, and its links open what hides a field.
  var summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  // --- A form is sent once.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  // --- Time-out: a warning two minutes before the session ends, which can be extended.
  var session = document.querySelector("[data-session-dialog]");
  if (session && session.showModal) {
    var seconds = Number(session.dataset.sessionSeconds) || 1800;
    var lastSeen = Date.now();
    var seen = function () { lastSeen = Date.now(); };
    document.addEventListener("htmx:afterRequest", seen);
    document.addEventListener("autosave:saved", seen);
    // By a GET: who reloads a page that answered a form, is asked to send that form again.
    var again = function () { window.location.assign(window.location.href.split("#")[0]); };
    var left = function () { return seconds - (Date.now() - lastSeen) / 1000; };
    var extend = function () {
      if (left() < 0) return again();
      // Any request puts the end of the session off; this one reads nothing and leaves no trace in a log book.
      fetch(session.dataset.sessionUrl).then(function (response) {
        if (!response.ok) return again();
        seen();
        session.close();
      }, function () { /* no connection: the warning stays */ });
    };
    setInterval(function () {
      if (left() < 0) again();
      else if (left() < 120 && !session.open) session.showModal();
    }, 5000);
    // Escape is a sign of life too. A browser that closes the dialog all the same gets the warning again.
    session.addEventListener("cancel", function (event) {
      event.preventDefault();
      extend();
    });
    session.querySelector("[data-session-extend]").addEventListener("click", extend);
  }

  // --- Tables: a filter over the rows on this page, and cards where the columns don't fit.
  var ROOM = 140; // for a column, in pixels, to be read with ease
  function makeCards(table) {
    var names = Array.from(table.querySelectorAll("thead th")).map(function (cell) { return cell.textContent.trim(); });
    table.querySelectorAll("tbody tr").forEach(function (row) {
      Array.from(row.cells).forEach(function (cell, index) {
        if (names[index] && index && cell.tagName === "TD" && !cell.dataset.label) cell.dataset.label = names[index];
      });
    });
    table.classList.toggle("table--cards", names.length * ROOM > table.parentElement.clientWidth);
  }
  function addFilter(block) {
    var rows = Array.from(block.querySelectorAll("tbody tr"));
    if (block.querySelector(".table-filter") || rows.length < 5) return;
    var bar = document.createElement("div");
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("span");
    bar.className = "table-filter";
    label.textContent = block.dataset.tableFilterLabel;
    label.className = "field__label";
    input.type = "search";
    input.className = "utrecht-textbox utrecht-textbox--html-input";
    input.id = "tabelfilter-" + Math.random().toString(36).slice(2);
    label.htmlFor = input.id;
    count.className = "muted small";
    count.setAttribute("role", "status");
    bar.append(label, input, count);
    block.prepend(bar);
    input.addEventListener("input", function () {
      var wanted = plain(input.value);
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = plain(row.textContent).indexOf(wanted) === -1;
        if (!row.hidden) shown += 1;
      });
      count.textContent = wanted ? shown + " van " + rows.length : "";
    });
  }
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function prepare(root) {
    root.querySelectorAll("table.table:has(thead)").forEach(makeCards);
    root.querySelectorAll("[data-table-filter]").forEach(addFilter);
    // A region that doesn't scroll needs no stop for the keyboard.
    root.querySelectorAll(".table-scroll").forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex"); else box.tabIndex = 0;
    });
  }
  prepare(document);
  window.addEventListener("resize", function () { prepare(document); });
  document.addEventListener("htmx:load", function (event) { prepare(event.target); });

  // --- htmx: an error is said, not swallowed.
  document.addEventListener("htmx:responseError", function (event) { complain(event.detail.xhr.status); });
  document.addEventListener("htmx:sendError", function () { complain(0); });
  function complain(status) {
    var box = document.getElementById("messages");
    if (!box) return;
    var text = status === 0 ? "Er is geen verbinding. Probeer het zo opnieuw."
      : status === 403 ? "Dit mag u niet, of u bent uitgelogd. Ververs de pagina."
      : "Dit is niet gelukt. Probeer het opnieuw. Lukt het weer niet? Meld het aan uw functioneel beheerder.";
    var alert = document.createElement("div");
    alert.className = "alert alert--compact utrecht-alert utrecht-alert--error";
    alert.setAttribute("role", "alert");
    alert.textContent = text;
    box.replaceChildren(alert);
  }
})();
