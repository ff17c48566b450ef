// A file by button, by dropping it anywhere on the page, or by pasting it.

export function onFile(button, input, take, dragging = () => {}) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files[0]) take(input.files[0]);
    input.value = "";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    dragging(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget ?? dragging(false));
  addEventListener("drop", (event) => {
    dragging(false);
    takeFrom(event, event.dataTransfer, take);
  });
  // Word puts a picture of the words beside the words: then the words are meant.
  addEventListener("paste", (event) => {
    if (!event.clipboardData.types.includes("text/plain")) takeFrom(event, event.clipboardData, take);
  });
}

function takeFrom(event, { files }, take) {
  if (!files.length) return;
  event.preventDefault();
  take(files[0]);
}
