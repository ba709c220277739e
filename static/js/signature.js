/* Draws a signature and keeps its strokes in a hidden field, in steps of 0 to 1000. Without this script the box stays hidden. */
(function () {
  "use strict";
  var STEPS = 1000;

  document.querySelectorAll("[data-signature]").forEach(function (pad) {
    var field = document.getElementById(pad.dataset.signature);
    var canvas = pad.querySelector("canvas");
    var pen = canvas.getContext("2d");
    var strokes = [];
    var stroke = null;
    pad.hidden = false;
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
    function keep() { field.value = strokes.length ? JSON.stringify(strokes) : ""; }

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
