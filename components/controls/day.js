// The day of access in words. Some browsers have no names of months in Kazakh and write "М11";
// digits replace these.

export function dayText(lang, now = new Date()) {
  const region = /^en\b/.test(lang) ? "en-GB" : lang;
  const written = now.toLocaleDateString(region, { dateStyle: "long" });
  if (!/[MМ]\d/.test(written)) return written;
  return now.toLocaleDateString("ru", { day: "2-digit", month: "2-digit", year: "numeric" });
}
