/* Draws a signature and keeps its strokes in a hidden field, in steps of 0 to 1000. Without this script the box stays hidden. */
(function () {
  "use strict";
  var STEPS = 1000;
  var BOX = 3;

  document.querySelectorAll("[data-signature]").forEach(function (pad) {
    var field = document.getElementById(pad.dataset.signature);
    var canvas = pad.querySelector("canvas");
    var pen = canvas.getContext("2d");
    var short = pad.querySelector("[data-signature-short]");
    var strokes = [];
    var stroke = null;
    var means = field.form ? field.form.elements.means : null;
    pen.lineWidth = 3;
    pen.lineCap = "round";

    function point(event) {
      var box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map(function (part) {
        return Math.round(Math.min(1, Math.max(0, part)) * STEPS);
      });
    }
    function x(step) { return (step / STEPS) * canvas.width; }
    function y(step) { return (step / STEPS) * canvas.height; }
    function draw(line) {
      pen.beginPath();
      line.forEach(function (at, place) { pen[place ? "lineTo" : "moveTo"](x(at[0]), y(at[1])); });
      pen.stroke();
    }
    /* What was drawn before an error is still there. */
    function redraw() {
      try { strokes = JSON.parse(field.value) || []; strokes.forEach(draw); } catch (error) { strokes = []; }
    }
    /* The box shows for who chose to sign here; a form without that choice always shows it. */
    function show() { pad.hidden = Boolean(means) && means.value !== "getekend"; }
    /* As length_of in pip_plans/rules/responses.py, which decides. */
    function length() {
      var sum = 0;
      strokes.forEach(function (line) {
        line.forEach(function (at, place) {
          if (place) sum += Math.hypot((at[0] - line[place - 1][0]) * BOX, at[1] - line[place - 1][1]);
        });
      });
      return sum;
    }
    function keep() {
      field.value = strokes.length ? JSON.stringify(strokes) : "";
      short.hidden = !strokes.length || length() >= Number(pad.dataset.shortest);
    }

    redraw();
    show();
    if (means) field.form.addEventListener("change", show);
    canvas.addEventListener("pointerdown", function (event) {
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      stroke = [point(event)];
      strokes.push(stroke);
      pen.beginPath();
      pen.moveTo(x(stroke[0][0]), y(stroke[0][1]));
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!stroke) return;
      var next = point(event);
      stroke.push(next);
      pen.lineTo(x(next[0]), y(next[1]));
      pen.stroke();
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      canvas.addEventListener(name, function () { stroke = null; keep(); });
    });
    pad.querySelector("[data-signature-clear]").addEventListener("click", function () {
      strokes = [];
      pen.clearRect(0, 0, canvas.width, canvas.height);
      keep();
    });
  });
})();
