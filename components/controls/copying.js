// Copies a text, also on pages without HTTPS, to which browsers deny the clipboard.

// Copies the text of a field, and returns whether the browser has allowed it.
export async function copyFrom(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
