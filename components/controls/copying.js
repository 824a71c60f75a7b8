// Copies a text, also on pages without HTTPS, to which browsers deny the clipboard.

export async function copyFrom(field) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
}
