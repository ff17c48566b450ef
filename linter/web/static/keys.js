// The keys of the desk; all of it can also be reached with Tab and Enter.

export function onKeys(does) {
  addEventListener("keydown", (event) => {
    const wanted = meant(event);
    if (!wanted) return;
    event.preventDefault();
    does[wanted]();
  });
}

function meant(event) {
  if (event.isComposing) return null;
  const { key, shiftKey, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  // A field with words of its own undoes these itself.
  const elsewhere = event.target.matches("input");
  if (command && !altKey && key.toLowerCase() === "z" && !elsewhere) return shiftKey ? "redo" : "undo";
  if (command && key.toLowerCase() === "y" && !elsewhere) return "redo";
  if (command && key === "Enter") return "accept";
  if (key === "F8") return shiftKey ? "previous" : "next";
  if (altKey && key === "ArrowDown") return "next";
  if (altKey && key === "ArrowUp") return "previous";
  if (altKey && key === "Enter") return "toCard";
  if (key === "Escape" && event.target.closest(".card")) return "toText";
  return null;
}
