// The day of access in digits, as GOST R 7.0.5 writes it: 29.11.2026.
export function dayInDigits(now = new Date()) {
  const parts = [now.getDate(), now.getMonth() + 1].map((part) => String(part).padStart(2, "0"));
  return [...parts, now.getFullYear()].join(".");
}

// The day of access as ISO 8601 writes it: 2026-11-29. It is the day of the reader, not of Greenwich.
export function dayInIso(now = new Date()) {
  return dayInDigits(now).split(".").reverse().join("-");
}

// The day of access in words. Some browsers have no names of months in Kazakh and write "М11";
// digits replace these.
export function dayText(lang, now = new Date()) {
  const region = /^en\b/.test(lang) ? "en-GB" : lang;
  const written = now.toLocaleDateString(region, { dateStyle: "long" });
  if (!/[MМ]\d/.test(written)) return written;
  return dayInDigits(now);
}
